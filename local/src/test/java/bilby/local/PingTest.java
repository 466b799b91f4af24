package bilby.local;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.template.SnapStart;
import bilby.local.template.TemplateFunction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps snapshots from being put away. */
class PingTest {

    @Test
    void everyFunctionThatIsKeptAsASnapshotAnswersAPingAsItAnswersNobody() throws Exception {
        SnapStart snapStart = SnapStart.in(Path.of("../template.yaml"));
        JsonNode ping = new ObjectMapper().valueToTree(snapStart.ping());
        try (World world = World.start()) {
            List<String> kept = world.template().functions().stream()
                    .map(TemplateFunction::id)
                    .filter(snapStart::keeps)
                    .toList();
            assertThat(kept).isNotEmpty();
            for (String function : kept) {
                JsonNode answer = world.invoke(function, ping);
                assertThat(answer.path("statusCode").asInt()).as(function).isEqualTo(401);
            }
        }
    }
}
