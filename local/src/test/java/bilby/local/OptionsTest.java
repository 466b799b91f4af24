package bilby.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bilby.local.http.Address;
import bilby.local.http.StartException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void withoutAnyItIsPort3000AndTablesInMemory() {
        Options defaults = new Options(
                Path.of("template.yaml"),
                3000,
                Address.loopback(0),
                Address.loopback(0),
                Optional.empty(),
                false,
                true);

        assertThat(Options.of(properties(Map.of()))).isEqualTo(defaults);
        assertThat(Options.of(properties(Map.of("port", "", "data", " ", "dynamodb", "", "sqs", ""))))
                .isEqualTo(defaults);
    }

    @Test
    void eachOptionSaysItsPart() {
        Map<String, String> given = Map.of(
                "template",
                "t.yaml",
                "port",
                "8080",
                "data",
                "data/x",
                "demo",
                "true",
                "dynamodb",
                "172.17.0.1:8000",
                "sqs",
                "172.17.0.1:9324");

        assertThat(Options.of(properties(given)))
                .isEqualTo(new Options(
                        Path.of("t.yaml"),
                        8080,
                        new Address("172.17.0.1", 8000),
                        new Address("172.17.0.1", 9324),
                        Optional.of(Path.of("data/x")),
                        true,
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "port, http",
        "port, -1",
        "port, 65536",
        "dynamodb, 8000",
        "dynamodb, localhost:",
        "dynamodb, a:70000",
        "sqs, 9324"
    })
    void whatCannotBeUnderstoodIsQuoted(String name, String value) {
        assertThatThrownBy(() -> Options.of(properties(Map.of(name, value))))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("Bilby cannot use -D" + name + "=" + value + ":");
    }

    private static Properties properties(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
