package bilby.functions.reward;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.functions.http.Query;
import bilby.functions.http.Time;
import bilby.reward.Reward;
import bilby.time.WallClock;
import bilby.wallet.Extend;
import bilby.wallet.LotId;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which rewards are to be extended, and until when each (docs/api.md §3). */
record ExtendBody(List<Extend.Extension> extensions) {

    /** A commit has room for no more rows. */
    private static final int MOST = 90;

    private static final int MOST_DAYS = 36_500;
    private static final List<String> NAMES = List.of("profile_id", "extend_days", "extend_date");

    /** The body, with what the query says of fields that it has not. There, {@code null} and {@code undefined} say nothing. */
    static ObjectNode withQuery(ObjectNode body, Query query) {
        ObjectNode all = body.deepCopy();
        NAMES.forEach(name -> query.get(name)
                .filter(ExtendBody::isSaid)
                .filter(value -> !Fields.of(body).has(name))
                .ifPresent(value -> all.put(name, value)));
        List<String> ids = new ArrayList<>(query.all("ids[]"));
        query.get("ids").ifPresent(list -> ids.addAll(List.of(list.split(",", -1))));
        if (!Fields.of(body).has("ids")) {
            ArrayNode array = all.putArray("ids");
            ids.stream().map(String::strip).filter(ExtendBody::isSaid).forEach(array::add);
        }
        return all;
    }

    private static boolean isSaid(String value) {
        return !value.isEmpty() && !value.equals("null") && !value.equals("undefined");
    }

    /** Whose rewards they are to be. */
    static Optional<ProfileId> profileId(ObjectNode body) {
        return Fields.of(body).get("profile_id").line(Field.SHORT_TEXT).flatMap(ProfileId::parse);
    }

    /** The ids that can be ids, each once. */
    static List<Long> ids(ObjectNode body) {
        return Fields.of(body).get("ids").ids(MOST).stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * What the fields say of the rewards, or all that is wrong with it.
     *
     * @param rewards those of the profile's that the ids name
     */
    static Parsed<ExtendBody> parse(ObjectNode body, boolean isProfile, List<StandingReward> rewards, Instant now) {
        Fields fields = Fields.of(body);
        fields.get("profile_id").required();
        if (fields.has("profile_id") && !isProfile) {
            fields.refuseUnlessRefused("profile_id", "The selected profile id is invalid.");
        }
        Optional<Long> days = fields.get("extend_days").integer(1, MOST_DAYS);
        Optional<Time> date = fields.get("extend_date").time();
        if (fields.has("extend_days") == fields.has("extend_date")) {
            fields.refuse("extend_days", "Either the extend days or the extend date is required, and not both.");
        }
        fields.get("ids").requiredList();
        List<Optional<Long>> ids = fields.get("ids").ids(MOST);
        List<Extend.Extension> extensions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String name = "ids." + i;
            Optional<Long> id = ids.get(i);
            Optional<StandingReward> reward = rewards.stream()
                    .filter(found ->
                            id.filter(wanted -> wanted == found.reward().id()).isPresent())
                    .findFirst();
            Optional<String> refusal = reward.map(found -> refusal(found, now))
                    .orElse(Optional.of("The selected " + name + " is invalid."));
            refusal.filter(sentence -> isProfile).ifPresent(sentence -> fields.refuse(name, sentence));
            if (refusal.isEmpty()) {
                Instant before = reward.get().reward().span().expiresAt().orElseThrow();
                Optional<Instant> after = after(reward.get().reward(), before, days, date);
                if (after.filter(until -> !until.isAfter(before) || !Time.isInRange(until))
                        .isPresent()) {
                    fields.refuse(
                            fields.has("extend_date") ? "extend_date" : "extend_days",
                            "The reward " + reward.get().reward().id()
                                    + " would not expire later, or too late to be said.");
                }
                after.map(until -> new Extend.Extension(reward.get().reward().lotId(), until))
                        .filter(extension -> extensions.stream()
                                .noneMatch(other -> other.lot().equals(extension.lot())))
                        .ifPresent(extensions::add);
            }
        }
        return fields.parsed(() -> new ExtendBody(List.copyOf(extensions)));
    }

    private static Optional<String> refusal(StandingReward standing, Instant now) {
        Reward reward = standing.reward();
        if (!standing.definition().isExtendable()) {
            return Optional.of("The reward's definition is not extendable.");
        }
        if (reward.extendedAt().isPresent()) {
            return Optional.of("The reward has been extended already.");
        }
        if (!reward.isActive(standing.wallet(), now)) {
            return Optional.of("The reward is not active.");
        }
        return reward.span().expiresAt().isPresent() ? Optional.empty() : Optional.of("The reward never expires.");
    }

    /** So many days later on the wall-clock of the reward's zone, or when that shows the date. */
    private static Optional<Instant> after(Reward reward, Instant before, Optional<Long> days, Optional<Time> date) {
        return days.map(count ->
                        WallClock.instant(WallClock.local(before, reward.zone()).plusDays(count), reward.zone()))
                .or(() -> date.map(time -> time.in(reward.zone())));
    }

    Instant expiryOf(LotId lot) {
        return extensions.stream()
                .filter(extension -> extension.lot().equals(lot))
                .findFirst()
                .orElseThrow()
                .expiresAt();
    }
}
