package bilby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway refuses with 429 what is more than the template lets in; local/ lets in all. */
class ThrottlingTest {

    @ParameterizedTest
    @ValueSource(strings = {"ThrottlingRateLimit", "ThrottlingBurstLimit"})
    void eachStageHasItsLimits(String limit) throws IOException {
        String template = Files.readString(Path.of("../template.yaml"));
        Matcher limits =
                Pattern.compile(limit + ": !If \\[IsProd, ([0-9]+), ([0-9]+)]").matcher(template);

        assertThat(limits.find()).isTrue();
        assertThat(Integer.parseInt(limits.group(2))).isPositive().isLessThan(Integer.parseInt(limits.group(1)));
    }
}
