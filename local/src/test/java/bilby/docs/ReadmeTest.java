package bilby.docs;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.BilbyProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The README's guide, played: each command as it stands there, and each answer holds what stands under it, but for ids
 * and times.
 */
class ReadmeTest {

    private static final Pattern STEP = Pattern.compile("```sh\n(.*?)```\n+```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d:\\d\\d)?");
    private static final Pattern ID = Pattern.compile("\\d{15,16}");
    private static final String END = "--- end of answer ---";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theGuideAnswersAsTheReadmeSays() throws Exception {
        String readme = Files.readString(Path.of("../README.md"));
        String guide = readme.substring(readme.indexOf("## The guide"));
        List<String> commands = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (Matcher step = STEP.matcher(guide); step.find(); ) {
            commands.add(step.group(1));
            answers.add(step.group(2));
        }
        assertThat(commands).hasSizeGreaterThanOrEqualTo(8);
        List<String> real = play(commands);
        for (int i = 0; i < commands.size(); i++) {
            assertHolds(
                    json.readTree(normalised(real.get(i))), json.readTree(normalised(answers.get(i))), commands.get(i));
        }
    }

    private static List<String> play(List<String> commands) throws IOException, InterruptedException {
        BilbyProcess bilby = BilbyProcess.start();
        try {
            StringBuilder script = new StringBuilder("set -e\n");
            commands.forEach(command ->
                    script.append(command).append("\necho '\n").append(END).append("'\n"));
            Process shell = new ProcessBuilder(
                            "bash",
                            "-c",
                            script.toString()
                                    .replace(
                                            "http://127.0.0.1:3000", bilby.uri().toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as(output).isZero();
            return List.of(output.split("\n" + END + "\n", -1));
        } finally {
            bilby.stop();
        }
    }

    private static String normalised(String answer) {
        return ID.matcher(TIME.matcher(answer).replaceAll("time")).replaceAll("1");
    }

    private static void assertHolds(JsonNode real, JsonNode said, String command) {
        if (said.isObject()) {
            said.properties().forEach(field -> assertHolds(real.path(field.getKey()), field.getValue(), command));
        } else if (said.isArray()) {
            assertThat(real.size()).as(command).isEqualTo(said.size());
            for (int i = 0; i < said.size(); i++) {
                assertHolds(real.path(i), said.path(i), command);
            }
        } else {
            assertThat(real).as(command).isEqualTo(said);
        }
    }
}
