package bilby.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Australia/Melbourne", "Pacific/Auckland", "UTC"})
    void aNameOfTheTzDatabaseIsAZone(String name) {
        assertThat(WallClock.zone(name)).contains(ZoneId.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10:00", "Nowhere/City", "", "UTC+10", "australia/melbourne", "Z"})
    void anythingElseIsNone(String name) {
        assertThat(WallClock.zone(name)).isEmpty();
    }
}
