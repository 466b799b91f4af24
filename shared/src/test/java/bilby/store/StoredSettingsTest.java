package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.ExchangeRate;
import bilby.setting.Settings;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StoredSettingsTest {

    private final String table = Optional.ofNullable(new TestTables().create().get("DEFINITIONS_TABLE"))
            .orElseThrow();
    private final Reader reader = new Reader(LocalDynamoDb.client());
    private final StoredSettings settings = new StoredSettings(table, new Random(1));

    @Test
    void whereNothingWasEverSetThereAreNone() {
        assertThat(reader.get(settings.key())).isEmpty();
    }

    @Test
    void whatIsSetIsReadFromWhicheverCopy() {
        putCopies(Map.of(
                "currency", AttributeValue.fromS("NZD"),
                "timezone", AttributeValue.fromS("Pacific/Auckland"),
                "points.exchange_rate", AttributeValue.fromS("0.05"),
                "redemption.strict", AttributeValue.fromS("true")));

        for (int read = 0; read < 40; read++) {
            assertThat(reader.get(settings.key()))
                    .contains(new Settings(
                            "NZD", ZoneId.of("Pacific/Auckland"), new ExchangeRate(new BigDecimal("0.05")), true));
        }
    }

    @Test
    void whatIsNotSetIsAsItIsByDefault() {
        putCopies(Map.of());

        assertThat(reader.get(settings.key())).contains(Settings.DEFAULT);
    }

    @Test
    void eachCopyIsReadByTurns() {
        assertThat(Stream.generate(settings::key)
                        .limit(200)
                        .map(Key::attributes)
                        .distinct())
                .hasSize(StoredSettings.COPIES);
    }

    private void putCopies(Map<String, AttributeValue> values) {
        for (int copy = 0; copy < StoredSettings.COPIES; copy++) {
            Map<String, AttributeValue> item = new HashMap<>(values);
            item.put("kind_id", AttributeValue.fromS("settings#" + copy));
            LocalDynamoDb.client().putItem(put -> put.tableName(table).item(item));
        }
    }
}
