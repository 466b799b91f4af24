package bilby.wallet;

import bilby.money.Money;
import bilby.money.Points;
import java.util.Optional;

/**
 * What a movement did to one lot. Stored as {@code R17 -500 0}; with the dollars that points stood for,
 * {@code P17 -5000 0 =500}; with the lot's span where the movement set it, {@code R17 +1000 1000 @1700000000..1702591999}.
 *
 * @param change what was added, or taken if negative, in hundredths of a dollar or of a point
 * @param remaining what the lot holds afterwards; nothing closes it
 * @param dollars what the points were spent for or given back for; empty wherever no points were spent
 * @param span from when to when the lot can be spent, where the movement says it
 * @param definition what it was issued by, where one entry issues several
 */
public record Line(
        LotId lot,
        long change,
        long remaining,
        Optional<Money> dollars,
        Optional<Span> span,
        Optional<DefinitionRef> definition) {

    Line(LotId lot, long change, long remaining, Optional<Money> dollars, Optional<Span> span) {
        this(lot, change, remaining, dollars, span, Optional.empty());
    }

    static Line of(LotId lot, long change, long remaining) {
        return new Line(lot, change, remaining, Optional.empty(), Optional.empty());
    }

    static Line spanning(LotId lot, long change, long remaining, Span span) {
        return new Line(lot, change, remaining, Optional.empty(), Optional.of(span));
    }

    static Line worth(LotId lot, long change, long remaining, Money dollars) {
        return new Line(lot, change, remaining, Optional.of(dollars), Optional.empty());
    }

    public boolean isReward() {
        return lot.kind() == LotKind.REWARD;
    }

    /** The dollars that moved, without a sign: the change of a reward, or what the points were spent for. */
    public Money value() {
        return isReward() ? Money.ofCents(Math.abs(change)) : dollars.orElse(Money.ZERO);
    }

    /** The points that moved, without a sign. */
    public Points points() {
        return isReward() ? Points.ZERO : Points.ofHundredths(Math.abs(change));
    }

    static Line parse(String text) {
        String[] words = text.split(" ", -1);
        Optional<Money> dollars = Optional.empty();
        Optional<Span> span = Optional.empty();
        Optional<DefinitionRef> definition = Optional.empty();
        for (int i = 3; i < words.length; i++) {
            String rest = words[i].substring(1);
            switch (words[i].charAt(0)) {
                case '=' -> dollars = Optional.of(Money.ofCents(Long.parseLong(rest)));
                case '@' -> span = Optional.of(Span.parse(rest));
                case '#' -> definition = Optional.of(DefinitionRef.parse(rest));
                default -> throw new IllegalArgumentException("not a line: " + text);
            }
        }
        return new Line(
                LotId.parse(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]), dollars, span, definition);
    }

    /** Tells the line within a longer text: an entry can have 1,500, and a text for each took a part of its time that shows. */
    void tell(StringBuilder text) {
        lot.tell(text);
        text.append(change > 0 ? " +" : " ").append(change).append(' ').append(remaining);
        dollars.ifPresent(money -> text.append(" =").append(money.cents()));
        span.ifPresent(at -> text.append(" @").append(at));
        definition.ifPresent(ref -> text.append(" #").append(ref));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tell(text);
        return text.toString();
    }
}
