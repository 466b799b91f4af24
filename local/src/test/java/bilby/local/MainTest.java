package bilby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In processes of its own, as Maven starts it. */
class MainTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void itSaysWhereItAnswersAndStopsAtOnce() throws Exception {
        Process process = start("-Dport=0");
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).matches("Bilby is ready: http://127\\.0\\.0\\.1:\\d+/api/v3 \\(token: local\\)");
            assertThat(out.readLine()).matches("ElasticMQ: http://127\\.0\\.0\\.1:\\d+");
            assertThat(out.readLine()).matches("DynamoDB Local: http://127\\.0\\.0\\.1:\\d+");
            process.toHandle().destroy();
            assertThat(process.waitFor()).isEqualTo(128 + 15);
            assertThat(out.readLine()).isNull();
        }
        assertThat(errors()).isEmpty();
    }

    @Test
    void itStopsWithItsParent() throws Exception {
        // The shell is the parent; it tells the child's id, and goes when its own input ends.
        List<String> shell = new ArrayList<>(List.of("sh", "-c", "\"$@\" & echo $!; read line", "sh"));
        shell.addAll(command("-Dport=0", "-Dbilby.stop-with-parent=true"));
        Process parent = process(shell).start();
        try (BufferedReader out = parent.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(out.readLine()).startsWith("Bilby is ready");
            parent.outputWriter().close();
            parent.waitFor();
            child.onExit().get();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dport=", "-Ddynamodb=127.0.0.1:", "-Dsqs=127.0.0.1:"})
    void aPortInUseIsOneClearLine(String option) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Process process = start("-Dport=0", option + taken.getLocalPort());

            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(errors())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("Bilby cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-Dport=http", "-Ddynamodb=8000", "-Ddynamodb=no.such.host.invalid:0", "-Dtemplate=none.yaml"})
    void anOptionThatCannotBeFollowedIsOneClearLine(String option) throws Exception {
        Process process = start("-Dport=0", option);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(errors()).hasSize(1).first().asString().startsWith("Bilby ");
    }

    private Process start(String... options) throws IOException {
        return process(command(options)).start();
    }

    private ProcessBuilder process(List<String> command) {
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("errors").toFile());
    }

    private List<String> errors() throws IOException {
        return Files.readAllLines(directory.resolve("errors"), StandardCharsets.UTF_8);
    }

    private static List<String> command(String... options) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(
                        Stream.of(
                                java,
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dtemplate=" + TestTemplate.file()),
                        Stream.of(options),
                        Stream.of("-cp", System.getProperty("java.class.path"), "bilby.local.Main"))
                .flatMap(part -> part)
                .toList();
    }
}
