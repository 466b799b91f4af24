package bilby.functions.reward;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Time;
import bilby.money.Money;
import bilby.reward.Reward;
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a PUT makes of a reward (docs/api.md §3): what the body does not say stays.
 *
 * @param version the wallet's version that the client saw, if it says
 */
record AdjustBody(Money valueInitial, Money valueRemaining, Span span, Optional<String> meta, Optional<Long> version) {

    static Parsed<AdjustBody> parse(Fields fields, StandingReward standing) {
        Reward reward = standing.reward();
        Money initial = fields.get("value_initial").positiveMoney().orElse(reward.valueInitial());
        Money remaining =
                fields.get("value_remaining").moneyFromZero().orElseGet(() -> reward.remaining(standing.wallet()));
        Span span = fields.get("expires_at")
                .time()
                .map(time -> span(fields, reward, time))
                .orElse(reward.span());
        Optional<String> meta = fields.isSent("meta")
                ? fields.get("meta").objectOrArray(Field.LARGEST_META).map(Json::text)
                : reward.meta();
        Optional<Long> version = fields.get("version").integer(0, Long.MAX_VALUE);
        // What is above it already, as a grace can be, may stay so.
        standing.definition().maxValue().ifPresent(most -> {
            fields.refuseAbove("value_initial", initial, most.max(reward.valueInitial()));
            fields.refuseAbove("value_remaining", remaining, most.max(reward.remaining(standing.wallet())));
        });
        return fields.parsed(() -> new AdjustBody(initial, remaining, span, meta, version));
    }

    /** A time equal to the stored one in UTC, as answers show it, is left as it is. */
    private static Span span(Fields fields, Reward reward, Time time) {
        Instant expiresAt = reward.span()
                .expiresAt()
                .filter(time.in(ZoneOffset.UTC)::equals)
                .orElseGet(() -> time.in(reward.zone()));
        if (expiresAt.isBefore(reward.span().issuedAt())) {
            fields.refuse("expires_at", "The expires at must not be before the issued at.");
        }
        return reward.span().until(expiresAt);
    }

    boolean isStale(Wallet wallet) {
        return version.filter(seen -> seen != wallet.version()).isPresent();
    }
}
