package bilby.setting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {

    @Test
    void eachSettingHasItsUsualValue() {
        assertThat(Setting.ALL.stream().map(SettingTest::written))
                .containsExactly(
                        "1 currency string AUD",
                        "2 timezone string Australia/Melbourne",
                        "3 points.exchange_rate decimal 0.1",
                        "4 points.earn_rate decimal 0",
                        "5 redemption.strict boolean false",
                        "6 redemption.reversal_window_minutes integer 10",
                        "7 returns.expired_value string grace:30",
                        "8 birthday.leap_day string feb-28",
                        "9 birthday.days_before integer 0",
                        "10 birthday.late_entry_days integer 30",
                        "11 birthday.catch_up_days integer 7");
    }

    @ParameterizedTest
    @CsvSource({
        "currency, nzd, NZD",
        "currency, JPY, JPY",
        "timezone, Pacific/Auckland, Pacific/Auckland",
        "points.exchange_rate, 0.000001, 0.000001",
        "points.exchange_rate, 1.0000000, 1",
        "points.earn_rate, 0.00, 0",
        "points.earn_rate, 1.50, 1.5",
        "points.earn_rate, 0.000001, 0.000001",
        "points.earn_rate, 1000, 1000",
        "redemption.strict, 1, true",
        "redemption.strict, false, false",
        "redemption.reversal_window_minutes, 0, 0",
        "redemption.reversal_window_minutes, 1440.0, 1440",
        "returns.expired_value, forfeit, forfeit",
        "returns.expired_value, grace:1, grace:1",
        "returns.expired_value, grace:3650, grace:3650",
        "birthday.leap_day, mar-1, mar-1",
        "birthday.leap_day, leap-years-only, leap-years-only",
        "birthday.days_before, 60, 60",
        "birthday.late_entry_days, 365, 365",
        "birthday.catch_up_days, 60, 60"
    })
    void whatIsInItsRangeIsReadAndWrittenInOneWay(String handle, String text, String written) {
        assertThat(rewritten(setting(handle), text)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "currency, AU",
        "currency, Dollar",
        "currency, KWD",
        "currency, XXX",
        "timezone, +10:00",
        "timezone, Australia/Nowhere",
        "points.exchange_rate, 0",
        "points.exchange_rate, -0.1",
        "points.exchange_rate, 1.000001",
        "points.exchange_rate, 0.0000001",
        "points.exchange_rate, 1e-2",
        "points.exchange_rate, 99999999999999999999999",
        "points.earn_rate, -1",
        "points.earn_rate, 1000.000001",
        "points.earn_rate, 0.0000001",
        "points.earn_rate, none",
        "redemption.strict, yes",
        "redemption.strict, TRUE",
        "redemption.reversal_window_minutes, 1441",
        "redemption.reversal_window_minutes, -1",
        "redemption.reversal_window_minutes, 1.5",
        "redemption.reversal_window_minutes, ten",
        "returns.expired_value, grace",
        "returns.expired_value, grace:0",
        "returns.expired_value, grace:3651",
        "returns.expired_value, grace:-1",
        "returns.expired_value, grace:99999999999",
        "returns.expired_value, Forfeit",
        "birthday.leap_day, FEB_28",
        "birthday.leap_day, feb-29",
        "birthday.days_before, 61",
        "birthday.late_entry_days, 366",
        "birthday.catch_up_days, 61"
    })
    void whatIsNotIsRefused(String handle, String text) {
        assertThat(rewritten(setting(handle), text)).isEqualTo("refused");
    }

    @Test
    void noOtherHandleIsASetting() {
        assertThat(Setting.of("Currency")).isEmpty();
        assertThat(Setting.of("points")).isEmpty();
    }

    private static Setting<?> setting(String handle) {
        return Setting.of(handle).orElseThrow();
    }

    private static <T> String written(Setting<T> setting) {
        return setting.id()
                + " " + setting.handle()
                + " " + setting.kind().type()
                + " " + setting.kind().text(setting.usual());
    }

    private static <T> String rewritten(Setting<T> setting, String text) {
        return setting.kind().read(text).map(setting.kind()::text).orElse("refused");
    }
}
