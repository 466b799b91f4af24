package bilby.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "/things/{id}, /things/7, true",
        "/things/{id}, /things/7/, false",
        "/things/{id}, /things/, false",
        "/things/{id}, /things//7, false",
        "/things/{id}, //things/7, false",
        "/things/{id}, /things/7/parts, false",
        "/things/{id}, /things/a%2Fb, true",
        "/things/{id}, /things%2F7, false",
        "/things/{id}, /th%69ngs/7, true",
        "/things/{id}, /Things/7, false",
        "/things/{id}/parts, /things/7/parts, true",
        "/files/{rest+}, /files/a/b, true",
        "/files/{rest+}, /files/, false",
        "/files/{rest+}, /files, false",
        "/, /, true",
    })
    void aPathIsMatchedSegmentBySegmentAsItWasSent(String pattern, String path, boolean matches) {
        assertThat(PathPattern.of(pattern).match(path).isPresent()).isEqualTo(matches);
    }

    @Test
    void variablesAreDecoded() {
        assertThat(PathPattern.of("/a/{x}/{y}").match("/a/1%2F2/c+d%20%C3%A9"))
                .contains(Map.of("x", "1/2", "y", "c+d é"));
        assertThat(PathPattern.of("/a/{rest+}").match("/a/b//c%20d/")).contains(Map.of("rest", "b//c d/"));
    }
}
