package bilby.functions.reward;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.functions.http.Time;
import bilby.reward.Reward;
import bilby.store.Plan;
import bilby.time.WallClock;
import bilby.wallet.Extend;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Which rewards are to be extended, and until when each (docs/api.md §3). */
record ExtendBody(List<Extend.Extension> extensions) {

    private static final int MOST_DAYS = 36_500;

    /** How much longer a request lets each of its rewards live. */
    private interface Longer {
        Instant expiry(Instant before, ZoneId zone);
    }

    /** Whose rewards they are to be. */
    static Optional<ProfileId> profileId(ObjectNode body) {
        return Fields.of(body).get("profile_id").line(Field.SHORT_TEXT).flatMap(ProfileId::parse);
    }

    /** The ids that can be ids, each once. */
    static List<Long> ids(ObjectNode body) {
        return Fields.of(body).get("ids").ids(Plan.MOST_ROWS).stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * What the fields say of the rewards, or all that is wrong with it. An id that is named twice counts once.
     *
     * @param rewards those of the profile's that the ids name
     */
    static Parsed<ExtendBody> parse(Fields fields, boolean isProfile, List<StandingReward> rewards, Instant now) {
        fields.get("profile_id").required();
        if (fields.has("profile_id") && !isProfile) {
            fields.refuse("profile_id", "The selected profile id is invalid.");
        }
        Optional<Longer> longer = longer(fields);
        fields.get("ids").requiredList();
        List<Optional<Long>> ids = fields.get("ids").ids(Plan.MOST_ROWS);
        for (int i = 0; isProfile && i < ids.size(); i++) {
            String name = "ids." + i;
            ids.get(i)
                    .flatMap(id -> of(id, rewards))
                    .map(reward -> refusal(reward, longer, now))
                    .orElse(Optional.of("The selected " + name + " is invalid."))
                    .ifPresent(sentence -> fields.refuseUnlessRefused(name, sentence));
        }
        return fields.parsed(() -> new ExtendBody(extensions(rewards, longer.orElseThrow())));
    }

    /** By so many days on the wall-clock of the reward's zone, or until that shows the date. */
    private static Optional<Longer> longer(Fields fields) {
        Optional<Long> days = fields.get("extend_days").integer(1, MOST_DAYS);
        Optional<Time> date = fields.get("extend_date").time();
        if (fields.has("extend_days") == fields.has("extend_date")) {
            fields.refuse("extend_days", "Either the extend days or the extend date is required, and not both.");
        }
        return days.<Longer>map(count -> (before, zone) ->
                        WallClock.instant(WallClock.local(before, zone).plusDays(count), zone))
                .or(() -> date.map(time -> (before, zone) -> time.in(zone)));
    }

    private static Optional<StandingReward> of(long id, List<StandingReward> rewards) {
        return rewards.stream().filter(standing -> standing.reward().id() == id).findFirst();
    }

    /** Whether it is active is for the wallet to say, on which the movement is decided: the row may be newer. */
    private static Optional<String> refusal(StandingReward standing, Optional<Longer> longer, Instant now) {
        Reward reward = standing.reward();
        if (!standing.definition().isExtendable()) {
            return Optional.of("The reward's definition is not extendable.");
        }
        if (reward.extendedAt().isPresent()) {
            return Optional.of("The reward has been extended already.");
        }
        if (standing.wallet()
                .lot(reward.lotId())
                .filter(lot -> lot.isActive(now))
                .isEmpty()) {
            return Optional.of("The reward is not active.");
        }
        Optional<Instant> before = reward.span().expiresAt();
        if (before.isEmpty()) {
            return Optional.of("The reward never expires.");
        }
        return longer.map(how -> how.expiry(before.get(), reward.zone()))
                .filter(after -> !after.isAfter(before.get()) || !Time.isInRange(after))
                .map(after -> "The reward would expire no later than it does, or too late to be said.");
    }

    private static List<Extend.Extension> extensions(List<StandingReward> rewards, Longer longer) {
        return rewards.stream()
                .map(StandingReward::reward)
                .map(reward -> new Extend.Extension(
                        reward.lotId(), longer.expiry(reward.span().expiresAt().orElseThrow(), reward.zone())))
                .toList();
    }
}
