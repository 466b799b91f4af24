package bilby.wallet;

import static bilby.wallet.Given.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bilby.money.Money;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored as text reads back as it was. */
class TextTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLotReadsBackAsItWas(long seed) {
        Lot lot = new Any(seed).lot();

        assertThat(Lot.parse(lot.toString())).as("seed %d", seed).isEqualTo(lot);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLineReadsBackAsItWas(long seed) {
        Line line = new Any(seed).line();

        assertThat(Line.parse(line.toString())).as("seed %d", seed).isEqualTo(line);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSpanReadsBackAsItWas(long seed) {
        Span span = new Any(seed).span();

        assertThat(Span.parse(span.toString())).as("seed %d", seed).isEqualTo(span);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEntryReadsBackAsItWas(long seed) {
        Entry entry = new Any(seed).entry();

        assertThat(Entry.parse(entry.text())).as("seed %d", seed).isEqualTo(entry);
    }

    /** What the last release has stored, this one reads: so these texts never change. */
    @Test
    void theTextsAreTheseForEver() {
        LotId reward = LotId.reward(17);
        Span span = Span.of(Instant.ofEpochSecond(1_700_000_000), Instant.ofEpochSecond(1_702_591_999));

        assertThat(new Lot(reward, 1_000, span)).hasToString("R17 1000 1700000000..1702591999");
        assertThat(new Lot(reward, 1_000, Span.from(span.issuedAt()))).hasToString("R17 1000 1700000000..");
        assertThat(Line.of(reward, -500, 0)).hasToString("R17 -500 0");
        assertThat(Line.spanning(reward, 1_000, 1_000, span)).hasToString("R17 +1000 1000 @1700000000..1702591999");
        assertThat(Line.spanning(reward, 0, 1_000, span)).hasToString("R17 0 1000 @1700000000..1702591999");
        assertThat(Line.worth(LotId.points(17), -5_000, 0, Money.ofCents(500))).hasToString("P17 -5000 0 =500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "version", "at", "action", "subject", "commit", "rewards", "rate", "previous"})
    void anEntryWithoutOneOfItsPartsIsNone(String part) {
        String text = new Any(1).entry().text().replaceAll("(?m)^" + part + " .*\n", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.parse(text))
                .withMessage("an entry without its " + part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nameless", " nameless", ""})
    void whatHasNoNameIsNoPartOfAnEntry(String row) {
        String text = row + "\n" + new Any(1).entry().text();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.parse(text))
                .withMessage("not a part of an entry: " + row);
    }

    @Test
    void aPartThatALaterReleaseWroteIsPassedOverButItsBytesAreHashed() {
        Entry entry = new Any(1).entry();
        String later = entry.text() + "later something new\n";

        Entry read = Entry.parse(later);

        assertThat(read.lines()).isEqualTo(entry.lines());
        assertThat(read.text()).isEqualTo(later);
        assertThat(read.hash()).isEqualTo(Hash.of(later));
    }

    @Test
    void aProfileIdIsAUuidInEitherCase() {
        assertThat(ProfileId.of("5F0C3A52-6f0f-4f6c-9d4e-0d2a8f1b7c11")).isEqualTo(Given.SOMEONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProfileId.of("17"))
                .withMessage("not a profile id: 17");
    }

    @Test
    void aLotHoldsSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lot(LotId.reward(1), 0, until("2025-12-31")));
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }
}
