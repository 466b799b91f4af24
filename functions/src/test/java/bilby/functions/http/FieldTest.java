package bilby.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

    @ParameterizedTest
    @ValueSource(strings = {"10", "\"10\"", "10.00", "\"10.0\"", "1e1"})
    void anAmountIsANumberOrATextOfOne(String json) {
        assertThat(read(json, Field::money)).contains(Money.ofDollars(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "1e999999999",
                "1e-999999999",
                "-1e2147483647",
                "\"1e3\"",
                "10.001",
                "\"ten\"",
                "\"NaN\"",
                "true",
                "[]",
                "{}",
                "99999999999.99",
                "\" 10\""
            })
    void whatIsNoAmountIsRefused(String json) {
        assertThat(sentences(json, Field::money)).hasSize(1);
    }

    @Test
    void theLargestAmountIsTheLargest() {
        assertThat(read("9999999999.99", Field::money)).contains(Money.LARGEST);
        assertThat(sentences("10000000000", Field::money)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "\"-0.01\""})
    void aPositiveAmountIsAboveZero(String json) {
        assertThat(sentences(json, Field::positiveMoney)).hasSize(1);
    }

    @Test
    void ofANumberNullIsUnsetAndTheEmptyStringIsWrong() {
        assertThat(sentences("null", Field::money)).isEmpty();
        assertThat(sentences("\"\"", Field::money)).containsExactly("The some field must be a number.");
        assertThat(sentences("\"\"", field -> field.integer(0, 9))).hasSize(1);
        assertThat(sentences("\"\"", Field::quantity)).hasSize(1);
        assertThat(sentences("\"\"", Field::id)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void nullAndTheEmptyStringAreUnset(String json) {
        assertThat(read(json, Field::money)).isEmpty();
        assertThat(read(json, field -> field.line(10))).isEmpty();
        assertThat(read(json, Field::url)).isEmpty();
        assertThat(sentences(json, field -> field.required().money()))
                .containsExactly("The some field field is required.");
    }

    @Test
    void aNameMayHaveEmojiButNoControlCharacters() {
        assertThat(read("\"Zoë 🎂\"", field -> field.line(20))).contains("Zoë 🎂");
        assertThat(sentences("\"a\\u0000b\"", field -> field.line(20))).hasSize(1);
        assertThat(sentences("\"a\\nb\"", field -> field.line(20))).hasSize(1);
        assertThat(sentences("\"a\\ud83d\"", field -> field.line(20))).hasSize(1);
        assertThat(read("\"a\\nb\"", field -> field.prose(20))).contains("a\nb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "\"1\"", "\"true\""})
    void aFlagSaysYesInManyWays(String json) {
        assertThat(read(json, Field::flag)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "\"yes\"", "[]", "1.0"})
    void anotherWordIsNoFlag(String json) {
        assertThat(sentences(json, Field::flag)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Nowhere/City\"", "\"+10:00\"", "\"UTC+1\"", "7"})
    void onlyNamedZonesAreZones(String json) {
        assertThat(sentences(json, Field::zone)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"javascript:alert(1)\"", "\"https:\"", "\"ftp://a.b/c\"", "\"http://a b\""})
    void onlyWebAddressesAreUrls(String json) {
        assertThat(sentences(json, Field::url)).hasSize(1);
    }

    @Test
    void keptJsonIsMeasuredInBytes() {
        assertThat(sentences("{\"a\":\"éé\"}", field -> field.object(11))).hasSize(1);
        assertThat(sentences("{\"a\":\"éé\"}", field -> field.object(12))).isEmpty();
    }

    @Test
    void tagsAreTextsAndTheWrongOneIsNamed() {
        Fields fields = fields("[\"vip\", 3]");
        fields.get("some_field").tags();
        assertThat(answer(fields).body().orElseThrow().get("errors").fieldNames())
                .toIterable()
                .containsExactly("some_field.1");
    }

    private static <T> Optional<T> read(String json, Function<Field, Optional<T>> as) {
        return as.apply(fields(json).get("some_field"));
    }

    private static List<String> sentences(String json, Consumer<Field> as) {
        Fields fields = fields(json);
        as.accept(fields.get("some_field"));
        return switch (fields.parsed(() -> "")) {
            case Parsed.Valid<String> valid -> List.of();
            case Parsed.Invalid<String>(Answer answer) ->
                answer.body()
                        .orElseThrow()
                        .get("errors")
                        .get("some_field")
                        .valueStream()
                        .map(sentence -> sentence.asText())
                        .toList();
        };
    }

    private static Answer answer(Fields fields) {
        return switch (fields.parsed(() -> "")) {
            case Parsed.Valid<String> valid -> throw new AssertionError("nothing is wrong");
            case Parsed.Invalid<String>(Answer answer) -> answer;
        };
    }

    private static Fields fields(String json) {
        return Fields.of(
                (ObjectNode) Json.parse("{\"some_field\":" + json + "}").orElseThrow());
    }
}
