package bilby.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A functions.zip, unpacked as Lambda unpacks it.
 *
 * @param root where its own classes are; the jars lie under {@code lib/}
 */
public record FunctionsZip(Path root) {

    /** The zip that the build has just made. */
    public static final Path BUILT = Path.of("../functions/target/functions.zip");

    /**
     * Unpacks a zip into a new directory.
     *
     * @throws IllegalStateException if there is no such zip: the build makes it in its phase {@code package}
     */
    public static FunctionsZip unpack(Path zip, Path into) throws IOException {
        if (!Files.isRegularFile(zip)) {
            throw new IllegalStateException("there is no " + zip + ": mvn package makes it");
        }
        Path root = Files.createDirectories(into.toAbsolutePath().normalize());
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                unpack(file, all.nextElement(), root);
            }
        }
        return new FunctionsZip(root);
    }

    private static void unpack(ZipFile file, ZipEntry entry, Path root) throws IOException {
        Path path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException(entry.getName() + " leads out of the zip");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else {
            Files.createDirectories(path.resolveSibling("."));
            try (var content = file.getInputStream(entry)) {
                Files.copy(content, path);
            }
        }
    }
}
