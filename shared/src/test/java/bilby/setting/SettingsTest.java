package bilby.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bilby.money.EarnRate;
import bilby.money.ExchangeRate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Instant MONDAY = Instant.parse("2025-03-10T01:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2025-03-11T01:00:00Z");

    @Test
    void whatWasNeverSetIsAsUsualAndHasNoTimes() {
        Settings settings = Settings.DEFAULT.with(Setting.CURRENCY, "NZD", MONDAY);

        assertThat(settings.get(Setting.STRICT_REDEMPTION)).isFalse();
        assertThat(settings.value(Setting.STRICT_REDEMPTION)).isEmpty();
    }

    @Test
    void eachSettingKeepsTimesOfItsOwn() {
        Settings settings = Settings.DEFAULT
                .with(Setting.CURRENCY, "NZD", MONDAY)
                .with(Setting.STRICT_REDEMPTION, true, TUESDAY)
                .with(Setting.CURRENCY, "USD", TUESDAY);

        assertThat(settings.version()).isEqualTo(3);
        assertThat(settings.value(Setting.CURRENCY)).contains(new Settings.Value("USD", MONDAY, TUESDAY));
        assertThat(settings.value(Setting.STRICT_REDEMPTION)).contains(new Settings.Value("true", TUESDAY, TUESDAY));
    }

    @Test
    void eachSettingIsReadByItsName() {
        Settings settings = Settings.DEFAULT
                .with(Setting.CURRENCY, "NZD", MONDAY)
                .with(Setting.ZONE, ZoneId.of("Pacific/Auckland"), MONDAY)
                .with(Setting.EXCHANGE_RATE, new ExchangeRate(new BigDecimal("0.05")), MONDAY)
                .with(Setting.EARN_RATE, new EarnRate(new BigDecimal("1.50")), MONDAY)
                .with(Setting.STRICT_REDEMPTION, true, MONDAY)
                .with(Setting.REVERSAL_WINDOW_MINUTES, 15, MONDAY)
                .with(Setting.EXPIRED_VALUE, new ExpiredValue.Forfeit(), MONDAY)
                .with(Setting.LEAP_DAY, LeapDay.MAR_1, MONDAY)
                .with(Setting.BIRTHDAY_DAYS_BEFORE, 1, MONDAY)
                .with(Setting.BIRTHDAY_LATE_ENTRY_DAYS, 2, MONDAY)
                .with(Setting.BIRTHDAY_CATCH_UP_DAYS, 3, MONDAY);

        assertThat(settings.currency()).isEqualTo("NZD");
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
        assertThat(settings.exchangeRate()).hasToString("0.05");
        assertThat(settings.earnRate()).hasToString("1.5");
        assertThat(settings.strictRedemption()).isTrue();
        assertThat(settings.reversalWindow()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.expiredValue()).isEqualTo(new ExpiredValue.Forfeit());
        assertThat(settings.leapDay()).isEqualTo(LeapDay.MAR_1);
        assertThat(settings.birthdayDaysBefore()).isEqualTo(1);
        assertThat(settings.birthdayLateEntryDays()).isEqualTo(2);
        assertThat(settings.birthdayCatchUpDays()).isEqualTo(3);
    }

    /** As a later release may write it, which serves beside this one for a while. */
    @Test
    void aValueThatCannotBeReadFailsOnlyWhatNeedsItAndIsShownAndMended() {
        Settings settings =
                new Settings(1, Map.of("points.exchange_rate", new Settings.Value("by-tier", MONDAY, MONDAY)));

        assertThatIllegalStateException().isThrownBy(settings::exchangeRate);
        assertThat(settings.text(Setting.EXCHANGE_RATE)).isEqualTo("by-tier");
        assertThat(settings.currency()).isEqualTo("AUD");
        Settings mended = settings.with(Setting.CURRENCY, "NZD", TUESDAY)
                .with(Setting.EXCHANGE_RATE, ExchangeRate.DEFAULT, TUESDAY);
        assertThat(mended.exchangeRate()).isEqualTo(ExchangeRate.DEFAULT);
        assertThat(mended.value(Setting.EXCHANGE_RATE).orElseThrow().createdAt())
                .isEqualTo(MONDAY);
    }
}
