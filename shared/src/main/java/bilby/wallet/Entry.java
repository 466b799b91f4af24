package bilby.wallet;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.money.Points;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One movement of one wallet, as the ledger keeps it for ever. It holds ids and amounts, never free text or personal
 * data. What is stored, and what the next entry's {@code previous} is the SHA-256 of, is the text: a line of
 * {@code name value} for each part, in one fixed order, so that not one byte can change unseen. An entry that was read
 * keeps the text that it was read from, also where a later release wrote parts into it that this one does not know.
 *
 * @param version the wallet's version after the movement: 1, 2, 3… without gaps
 * @param at when it happened, in whole seconds, never before the entry before it
 * @param balances what could be spent right after it
 * @param rate what a point was worth
 * @param definition the definition that governed it, where one did
 * @param key the idempotency key that the request had, where it had one: its claim holds the answer
 * @param previous the hash of the entry before it
 * @param text the entry as it is stored
 */
public record Entry(
        ProfileId profileId,
        long version,
        Instant at,
        Action action,
        Subject subject,
        CommitId commit,
        Balances balances,
        ExchangeRate rate,
        Optional<DefinitionRef> definition,
        Optional<Hash> key,
        Hash previous,
        List<Line> lines,
        String text) {

    public Entry {
        lines = List.copyOf(lines);
    }

    /** A new entry, with the text that tells it. */
    Entry(
            ProfileId profileId,
            long version,
            Instant at,
            Action action,
            Subject subject,
            CommitId commit,
            Balances balances,
            ExchangeRate rate,
            Optional<DefinitionRef> definition,
            Optional<Hash> key,
            Hash previous,
            List<Line> lines) {
        this(
                profileId,
                version,
                at,
                action,
                subject,
                commit,
                balances,
                rate,
                definition,
                key,
                previous,
                lines,
                text(
                        profileId,
                        version,
                        at,
                        action,
                        subject,
                        commit,
                        balances,
                        rate,
                        definition,
                        key,
                        previous,
                        lines));
    }

    /** The dollars that all lines moved, without a sign. */
    public Money value() {
        return lines.stream().map(Line::value).reduce(Money.ZERO, Money::plus);
    }

    public Hash hash() {
        return Hash.of(text);
    }

    private static String text(
            ProfileId profileId,
            long version,
            Instant at,
            Action action,
            Subject subject,
            CommitId commit,
            Balances balances,
            ExchangeRate rate,
            Optional<DefinitionRef> definition,
            Optional<Hash> key,
            Hash previous,
            List<Line> lines) {
        StringBuilder text = new StringBuilder();
        part(text, "profile", profileId);
        part(text, "version", version);
        part(text, "at", at.getEpochSecond());
        part(text, "action", action.word());
        part(text, "subject", subject);
        part(text, "commit", commit);
        part(text, "rewards", balances.rewards().cents());
        part(text, "points", balances.points().hundredths());
        part(text, "rate", rate);
        definition.ifPresent(ref -> part(text, "definition", ref));
        key.ifPresent(hash -> part(text, "key", hash));
        part(text, "previous", previous);
        for (Line line : lines) {
            text.append("line ");
            line.tell(text);
            text.append('\n');
        }
        return text.toString();
    }

    private static void part(StringBuilder text, String name, Object value) {
        text.append(name).append(' ').append(value).append('\n');
    }

    /**
     * The entry that a stored text tells. Names that this release does not know are passed over: a later one wrote them.
     *
     * @throws IllegalArgumentException if the text is no entry
     */
    public static Entry parse(String text) {
        Map<String, String> parts = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (String row : text.stripTrailing().split("\n", -1)) {
            int space = row.indexOf(' ');
            if (space <= 0) {
                throw new IllegalArgumentException("not a part of an entry: " + row);
            }
            String name = row.substring(0, space);
            String value = row.substring(space + 1);
            if (name.equals("line")) {
                lines.add(Line.parse(value));
            } else {
                parts.put(name, value);
            }
        }
        return new Entry(
                ProfileId.of(required(parts, "profile")),
                Long.parseLong(required(parts, "version")),
                Instant.ofEpochSecond(Long.parseLong(required(parts, "at"))),
                Action.of(required(parts, "action")),
                Subject.parse(required(parts, "subject")),
                new CommitId(required(parts, "commit")),
                new Balances(
                        Money.ofCents(Long.parseLong(required(parts, "rewards"))),
                        Points.ofHundredths(Long.parseLong(required(parts, "points")))),
                new ExchangeRate(new BigDecimal(required(parts, "rate"))),
                Optional.ofNullable(parts.get("definition")).map(DefinitionRef::parse),
                Optional.ofNullable(parts.get("key")).map(Hash::new),
                new Hash(required(parts, "previous")),
                lines,
                text);
    }

    private static String required(Map<String, String> parts, String name) {
        String value = parts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("an entry without its " + name);
        }
        return value;
    }
}
