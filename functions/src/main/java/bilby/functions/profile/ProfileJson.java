package bilby.functions.profile;

import bilby.functions.http.Json;
import bilby.money.ExchangeRate;
import bilby.profile.Birthday;
import bilby.profile.Profile;
import bilby.setting.Settings;
import bilby.wallet.Balances;
import bilby.wallet.Wallet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A profile as the API shows it (docs/api.md §8): every field, null where unset. */
final class ProfileJson {

    private ProfileJson() {}

    /** The profile, and what its wallet is worth at an instant. */
    static ObjectNode of(Profile profile, Wallet wallet, Settings settings, Instant now) {
        ObjectNode json = settable(profile);
        json.set("full_name", Json.text(profile.fullName()));
        LocalDate today = LocalDate.ofInstant(now, profile.zone().orElse(settings.zone()));
        Optional<LocalDate> next = profile.birthday().map(birthday -> birthday.next(today));
        json.set(
                "birth_date",
                Json.text(profile.birthday().flatMap(Birthday::date).map(LocalDate::toString)));
        json.set("next_birthday", Json.text(next.map(LocalDate::toString)));
        json.set("birth_days", Json.number(next.map(day -> ChronoUnit.DAYS.between(today, day))));
        Balances balances = wallet.balances(now);
        ExchangeRate rate = settings.exchangeRate();
        json.set("reward_balance", Json.of(balances.rewards()));
        json.set("point_balance", Json.of(balances.points()));
        json.set("point_balance_dollars", Json.of(balances.pointDollars(rate)));
        json.set("combined_balance_dollars", Json.of(balances.combined(rate)));
        json.set("created_at", Json.of(profile.createdAt()));
        json.set("updated_at", Json.of(profile.updatedAt()));
        return json;
    }

    /** What a request can set of it. */
    static ObjectNode settable(Profile profile) {
        ObjectNode json = Json.object();
        json.put("id", profile.id().toString());
        json.set("first_name", Json.text(profile.firstName()));
        json.set("last_name", Json.text(profile.lastName()));
        json.set("email", Json.text(profile.email()));
        json.set("mobile_phone", Json.text(profile.mobilePhone()));
        Optional<Birthday> birthday = profile.birthday();
        json.set("birth_day", Json.number(birthday.map(known ->
                (long) known.day().getDayOfMonth())));
        json.set("birth_month", Json.number(birthday.map(known ->
                (long) known.day().getMonthValue())));
        json.set("birth_year", Json.number(birthday.flatMap(Birthday::year).map(Integer::longValue)));
        json.set("timezone", Json.text(profile.zone().map(ZoneId::getId)));
        json.set("identities", IdentityJson.of(profile.id(), profile.identities()));
        ProfileDetails.show(Json.stored(profile.details()), json);
        return json;
    }
}
