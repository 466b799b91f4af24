package bilby.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.util.Arrays;

/**
 * Bilby's classes once more, the simulation's among them, with one method of the product rewritten so that it always
 * answers the same.
 */
final class Rewritten extends ClassLoader {

    private static final String OURS = "bilby.";

    private final String type;
    private final String method;
    private final boolean answer;

    Rewritten(String type, String method, boolean answer) {
        super(Rewritten.class.getClassLoader());
        this.type = type;
        this.method = method;
        this.answer = answer;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            byte[] ours = name.equals(type) ? rewritten(bytes) : bytes;
            return defineClass(name, ours, 0, ours.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] rewritten(byte[] bytes) {
        ClassFile classes = ClassFile.of();
        ClassTransform transform = (built, element) -> {
            if (element instanceof MethodModel found && found.methodName().equalsString(method)) {
                built.withMethodBody(
                        found.methodName(),
                        found.methodType(),
                        found.flags().flagsMask(),
                        code -> code.loadConstant(answer ? 1 : 0).ireturn());
            } else {
                built.with(element);
            }
        };
        byte[] rewritten = classes.transformClass(classes.parse(bytes), transform);
        if (Arrays.equals(rewritten, classes.transformClass(classes.parse(bytes), ClassTransform.ACCEPT_ALL))) {
            throw new IllegalArgumentException("no method " + method + " in " + type);
        }
        return rewritten;
    }
}
