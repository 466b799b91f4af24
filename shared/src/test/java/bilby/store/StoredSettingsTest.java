package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.EarnRate;
import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.setting.ExpiredValue;
import bilby.setting.LeapDay;
import bilby.setting.Setting;
import bilby.setting.Settings;
import bilby.wallet.Close;
import bilby.wallet.CommitId;
import bilby.wallet.Given;
import bilby.wallet.ProfileId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnEachDynamo
class StoredSettingsTest {

    private static final Settings ALL_SET = Settings.DEFAULT
            .with(Setting.CURRENCY, "NZD", Records.CREATED)
            .with(Setting.ZONE, ZoneId.of("Pacific/Auckland"), Records.CREATED)
            .with(Setting.EXCHANGE_RATE, new ExchangeRate(new BigDecimal("0.05")), Records.CREATED)
            .with(Setting.EARN_RATE, new EarnRate(new BigDecimal("0.5")), Records.CREATED)
            .with(Setting.STRICT_REDEMPTION, true, Records.CREATED)
            .with(Setting.REVERSAL_WINDOW_MINUTES, 15, Records.CREATED)
            .with(Setting.EXPIRED_VALUE, new ExpiredValue.Grace(45), Records.CREATED)
            .with(Setting.LEAP_DAY, LeapDay.MAR_1, Records.CREATED)
            .with(Setting.BIRTHDAY_DAYS_BEFORE, 1, Records.CREATED)
            .with(Setting.BIRTHDAY_LATE_ENTRY_DAYS, 2, Records.CREATED)
            .with(Setting.BIRTHDAY_CATCH_UP_DAYS, 3, Records.CREATED)
            .with(Setting.CURRENCY, "USD", Records.UPDATED);

    private final Dynamo dynamo;
    private final Shop shop;

    StoredSettingsTest(Dynamo dynamo) {
        this.dynamo = dynamo;
        shop = Shop.open(dynamo);
    }

    @Test
    void whereNothingWasEverSetThereAreNone() {
        assertThat(read()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void whatIsSetIsReadWithItsTimesFromWhicheverCopy() {
        Settings first = new Settings(1, ALL_SET.set());
        shop.commit(shop.store.settings().change(first, Records.COMMIT));
        assertThat(readsOfAllCopies(shop)).containsOnly(first);

        Settings second = first.with(Setting.STRICT_REDEMPTION, false, Records.UPDATED);
        shop.commit(shop.store.settings().change(second, Records.COMMIT));
        assertThat(readsOfAllCopies(shop)).containsOnly(second);
    }

    @Test
    void whatALaterReleaseHasSetStaysWhateverThisOneSets() {
        Settings.Value later = new Settings.Value("by-tier", Records.CREATED, Records.UPDATED);
        Settings stored = new Settings(1, Map.of("points.multiplier", later, "points.exchange_rate", later));
        shop.commit(shop.store.settings().change(stored, Records.COMMIT));

        assertThat(set(Setting.STRICT_REDEMPTION, true)).isEqualTo(new Outcome.Answered<>("set"));

        assertThat(read().strictRedemption()).isTrue();
        assertThat(readsOfAllCopies(shop))
                .allSatisfy(settings -> assertThat(settings.set())
                        .containsEntry("points.multiplier", later)
                        .containsEntry("points.exchange_rate", later));
    }

    @Test
    void eachCopyIsReadByTurns() {
        assertThat(keys(shop).map(Key::attributes).distinct()).hasSize(StoredSettings.COPIES);
    }

    @Test
    void aChangeOfWhatAnotherHasChangedMeanwhileIsRefusedWhole() {
        Shop hasty = Shop.withPatienceFor(2, dynamo);
        Settings first = Settings.DEFAULT.with(Setting.CURRENCY, "NZD", Records.CREATED);
        hasty.commit(hasty.store.settings().change(first, Records.COMMIT));

        for (long version : List.of(1L, 3L)) {
            Settings others = new Settings(version, ALL_SET.set());
            assertThat(hasty.run(() -> Plan.commit(hasty.store.settings().change(others, Records.COMMIT), "changed")))
                    .isEqualTo(new Outcome.NothingMoved<>());
        }
        assertThat(readsOfAllCopies(hasty)).containsOnly(first);
    }

    @Test
    void changesOfDifferentSettingsAtOnceLoseNone() throws Exception {
        try (ExecutorService operators = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome<String>>> changes = List.of(
                    () -> set(Setting.CURRENCY, "NZD"),
                    () -> set(Setting.STRICT_REDEMPTION, true),
                    () -> set(Setting.LEAP_DAY, LeapDay.MAR_1),
                    () -> set(Setting.BIRTHDAY_DAYS_BEFORE, 5),
                    () -> set(Setting.REVERSAL_WINDOW_MINUTES, 20));
            assertThat(operators.invokeAll(changes).stream().map(Future::resultNow))
                    .containsOnly(new Outcome.Answered<>("set"));
        }

        Settings settings = read();
        assertThat(settings.version()).isEqualTo(5);
        assertThat(settings.currency()).isEqualTo("NZD");
        assertThat(settings.strictRedemption()).isTrue();
        assertThat(settings.leapDay()).isEqualTo(LeapDay.MAR_1);
        assertThat(settings.birthdayDaysBefore()).isEqualTo(5);
        assertThat(settings.reversalWindow()).hasMinutes(20);
        assertThat(readsOfAllCopies(shop)).containsOnly(settings);
    }

    @Test
    void anIssueIsFoundAmongEntriesOfAllKindsAndForEver() {
        assertThat(shop.store.hasIssued()).isFalse();
        close(shop.member());
        assertThat(shop.store.hasIssued()).isFalse();

        ProfileId member = shop.memberWith(Money.ofDollars(1));
        assertThat(shop.store.hasIssued()).isTrue();
        close(member);
        assertThat(shop.store.hasIssued()).isTrue();
    }

    private void close(ProfileId member) {
        shop.commit(shop.store.moved(
                Given.moved(new Close(true).on(shop.wallet(member), Shop.moment(new CommitId("close"))))));
    }

    private <T> Outcome<String> set(Setting<T> setting, T value) {
        return shop.run(() -> Plan.commit(
                shop.store
                        .settings()
                        .change(read().with(setting, value, Records.UPDATED), new CommitId(setting.handle())),
                "set"));
    }

    private Settings read() {
        return shop.store.get(shop.store.settings().key()).orElse(Settings.DEFAULT);
    }

    private static Stream<Key<Settings>> keys(Shop shop) {
        return Stream.generate(shop.store.settings()::key).limit(200);
    }

    private static Stream<Settings> readsOfAllCopies(Shop shop) {
        Map<Map<String, AttributeValue>, Key<Settings>> copies = new HashMap<>();
        keys(shop).forEach(key -> copies.put(key.attributes(), key));
        assertThat(copies).hasSize(StoredSettings.COPIES);
        List<Key<Settings>> all = List.copyOf(copies.values());
        List<Settings> found = shop.store.read(all).all(all);
        assertThat(found).hasSize(StoredSettings.COPIES);
        return found.stream();
    }
}
