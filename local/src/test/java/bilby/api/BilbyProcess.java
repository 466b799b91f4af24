package bilby.api;

import bilby.local.Served;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bilby in a process of its own, as {@code mvn -Plocal} starts it, with all that it prints. */
public final class BilbyProcess implements Served {

    private static final Pattern READY = Pattern.compile("Bilby is ready: (\\S+)/api/v3 \\(token: local\\)");

    private final Process process;
    private final CompletableFuture<URI> uri = new CompletableFuture<>();
    private final CompletableFuture<String> printed;

    private BilbyProcess(Process process) {
        this.process = process;
        this.printed = CompletableFuture.supplyAsync(this::read);
    }

    public static BilbyProcess start() {
        try {
            return new BilbyProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-Dport=0",
                            "-Dtemplate=../template.yaml",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            "bilby.local.Main")
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read() {
        StringBuilder all = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(line -> {
                all.append(line).append('\n');
                Matcher ready = READY.matcher(line);
                if (ready.matches()) {
                    uri.complete(URI.create(ready.group(1)));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        uri.completeExceptionally(new AssertionError("Bilby did not start:\n" + all));
        return all.toString();
    }

    @Override
    public URI uri() {
        return uri.join();
    }

    /** Stops it, and gives all that it printed. */
    public String stop() {
        // By its handle: Process.destroy would close the stream that is still being read.
        process.toHandle().destroy();
        return printed.join();
    }

    @Override
    public void close() {
        stop();
    }
}
