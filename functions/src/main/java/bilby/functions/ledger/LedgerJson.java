package bilby.functions.ledger;

import bilby.functions.http.Json;
import bilby.money.Money;
import bilby.money.Points;
import bilby.wallet.Entry;
import bilby.wallet.Line;
import bilby.wallet.Span;
import bilby.wallet.Subject;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ledger's entries as the API shows them (docs/api.md §8). An entry's id is its version. */
final class LedgerJson {

    private LedgerJson() {}

    /**
     * An entry with what it was about.
     *
     * @param attributes the reward, points or redemption as it stands now
     */
    static ObjectNode of(Entry entry, Optional<String> email, ObjectNode attributes) {
        ObjectNode json = Json.object();
        json.put("id", entry.version());
        json.put("action", entry.action().word());
        json.put("type", type(entry));
        json.set("type_attributes", attributes);
        json.put("description", description(entry));
        ObjectNode profile = json.putObject("profile");
        profile.put("id", entry.profileId().toString());
        profile.set("email", Json.text(email));
        json.set("dollar_value", Json.of(dollars(entry)));
        json.set("dollar_balance", Json.of(entry.balances().rewards()));
        json.set("point_value", Json.of(points(entry)));
        json.set("point_balance", Json.of(entry.balances().points()));
        json.set("point_dollar_value", Json.of(pointDollars(entry)));
        json.set("expires_at", Json.time(expiresAt(entry)));
        json.set("items", items(entry));
        json.put("hash", entry.hash().hex());
        json.put("previous_hash", entry.previous().hex());
        json.put("entry", entry.text());
        json.set("created_at", Json.of(entry.at()));
        return json;
    }

    /** What the list is filtered and sorted by. */
    static ObjectNode outline(Entry entry) {
        ObjectNode json = Json.object();
        json.put("id", entry.version());
        json.put("action", entry.action().word());
        json.put("type", type(entry));
        json.set("created_at", Json.of(entry.at()));
        return json;
    }

    /** A whole wallet counts as rewards, unless points were all that it held. */
    private static String type(Entry entry) {
        return switch (entry.subject()) {
            case Subject.OfReward reward -> "reward";
            case Subject.OfPoints points -> "point";
            case Subject.OfRedemption redemption -> "redemption";
            case Subject.OfUndoing undoing -> "redemption";
            case Subject.OfWallet wallet ->
                !entry.lines().isEmpty() && entry.lines().stream().noneMatch(Line::isReward) ? "point" : "reward";
        };
    }

    private static String description(Entry entry) {
        String subject = switch (entry.subject()) {
            case Subject.OfReward reward -> "Reward";
            case Subject.OfPoints points -> "Points";
            case Subject.OfRedemption redemption -> "Redemption";
            case Subject.OfUndoing undoing -> "Redemption";
            case Subject.OfWallet wallet -> "Wallet";
        };
        return switch (entry.action()) {
            case ISSUE -> subject + " issued";
            case ADJUST ->
                entry.subject() instanceof Subject.OfRedemption
                        ? "Redemption linked to a transaction or freed"
                        : subject + " adjusted";
            case EXTEND -> subject + " extended";
            case REDEEM -> "Redeemed";
            case REVERSAL -> "Reversal";
            case RETURN -> "Return";
            case EXPIRE -> type(entry).equals("point") ? "Points expired" : "Rewards expired";
            case DELETE -> entry.subject() instanceof Subject.OfWallet ? "Wallet closed" : subject + " deleted";
        };
    }

    private static Money dollars(Entry entry) {
        return Money.ofCents(entry.lines().stream()
                .filter(Line::isReward)
                .mapToLong(Line::change)
                .sum());
    }

    private static Points points(Entry entry) {
        return Points.ofHundredths(entry.lines().stream()
                .filter(line -> !line.isReward())
                .mapToLong(Line::change)
                .sum());
    }

    /** The dollars that lines state for their points; the others' points by the entry's rate, rounded towards zero. */
    private static Money pointDollars(Entry entry) {
        Money stated = Money.ZERO;
        long others = 0;
        for (Line line : entry.lines()) {
            Optional<Money> dollars = signedDollars(line);
            if (dollars.isPresent()) {
                stated = stated.plus(dollars.get());
            } else if (!line.isReward()) {
                others += line.change();
            }
        }
        Money worth = entry.rate().worth(Points.ofHundredths(Math.abs(others)));
        return stated.plus(signed(worth, others));
    }

    /** The dollars that a line says its points stood for; negative if the points were taken. */
    private static Optional<Money> signedDollars(Line line) {
        return line.dollars().map(dollars -> signed(dollars, line.change()));
    }

    private static Money signed(Money money, long change) {
        return Money.ofCents(Long.signum(change) * money.cents());
    }

    /** The end of the span that an entry of one lot gives it. */
    private static Optional<Instant> expiresAt(Entry entry) {
        List<Span> spans =
                entry.lines().stream().flatMap(line -> line.span().stream()).toList();
        return spans.size() == 1 ? spans.getFirst().expiresAt() : Optional.empty();
    }

    /** What moved, lot by lot: dollars of rewards, points of grants. */
    private static ArrayNode items(Entry entry) {
        ArrayNode items = Json.array();
        for (Line line : entry.lines()) {
            ObjectNode item = items.addObject();
            item.put("id", line.lot().id());
            if (line.isReward()) {
                item.put("type", "reward");
                item.set("value", Json.of(Money.ofCents(line.change())));
                item.set("count", LongNode.valueOf(1));
                item.set("remaining", Json.of(Money.ofCents(line.remaining())));
            } else {
                item.put("type", "point");
                item.set("value", Json.orNull(signedDollars(line).map(Json::of)));
                item.set("count", Json.of(Points.ofHundredths(line.change())));
                item.set("remaining", Json.of(Points.ofHundredths(line.remaining())));
            }
        }
        return items;
    }
}
