package bilby.store;

import bilby.money.ExchangeRate;
import bilby.setting.Settings;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/**
 * The settings, kept in {@value #COPIES} copies of which each read takes one at random: every redemption reads them, and
 * one DynamoDB partition answers 3,000 reads a second.
 */
public final class StoredSettings {

    static final int COPIES = 8;

    private final Table table;
    private final RandomGenerator random;

    StoredSettings(String table, RandomGenerator random) {
        this.table = new Table(table, "kind_id");
        this.random = random;
    }

    /** One of the copies. Where nothing was ever set there is none, and {@link Settings#DEFAULT} holds. */
    public Key<Settings> key() {
        return table.key("settings#" + random.nextInt(COPIES), StoredSettings::read);
    }

    private static Settings read(Item item) {
        return new Settings(
                item.optionalText("currency").orElse(Settings.DEFAULT.currency()),
                item.optionalText("timezone").map(ZoneId::of).orElse(Settings.DEFAULT.zone()),
                item.optionalText("points.exchange_rate")
                        .map(BigDecimal::new)
                        .map(ExchangeRate::new)
                        .orElse(Settings.DEFAULT.exchangeRate()),
                item.optionalText("redemption.strict")
                        .map(Boolean::parseBoolean)
                        .orElse(Settings.DEFAULT.strictRedemption()));
    }
}
