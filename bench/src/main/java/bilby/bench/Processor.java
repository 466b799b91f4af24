package bilby.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor that is measured on, as far as the system tells. */
final class Processor {

    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private Processor() {}

    static String name() throws IOException {
        if (!Files.isReadable(LINUX)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(LINUX).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
