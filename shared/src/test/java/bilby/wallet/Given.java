package bilby.wallet;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.money.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Wallets and what is in them, in the domain's words. All days are of UTC. */
public final class Given {

    public static final ProfileId SOMEONE = ProfileId.of("5f0c3a52-6f0f-4f6c-9d4e-0d2a8f1b7c11");
    public static final Instant NOW = noonOf("2025-03-10");
    public static final CommitId COMMIT = new CommitId("c0ffee");
    public static final DefinitionRef DEFINITION = new DefinitionRef(7, 2);

    private Given() {}

    public static Instant noonOf(String day) {
        return LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    public static Instant lastSecondOf(String day) {
        return LocalDate.parse(day).atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
    }

    /** Issued at the beginning of 2025. */
    public static Span until(String lastDay) {
        return Span.of(noonOf("2025-01-01"), lastSecondOf(lastDay));
    }

    /** Issued at the beginning of 2025. */
    public static Span forever() {
        return Span.from(noonOf("2025-01-01"));
    }

    public static Lot reward(long id, Money holding, Span span) {
        return new Lot(LotId.reward(id), holding.cents(), span);
    }

    public static Lot points(long id, Points holding, Span span) {
        return new Lot(LotId.points(id), holding.hundredths(), span);
    }

    public static Issue issueOf(Lot lot) {
        return new Issue(lot.id(), lot.remaining(), lot.span(), DEFINITION);
    }

    /** A wallet that these lots have been issued into, the first first. */
    public static Wallet walletOf(Lot... lots) {
        Wallet wallet = Wallet.empty(SOMEONE);
        for (Lot lot : lots) {
            wallet = moved(issueOf(lot).on(wallet, at(noonOf("2025-01-01")))).wallet();
        }
        return wallet;
    }

    /** A wallet of so many rewards of a dollar each. */
    public static Wallet walletOf(int count, Span span) {
        List<Lot> lots = Stream.iterate(1L, id -> id + 1)
                .limit(count)
                .map(id -> reward(id, Money.ofDollars(1), span))
                .toList();
        Wallet empty = Wallet.empty(SOMEONE);
        return new Wallet(SOMEONE, 0, empty.head(), empty.lastEntryAt(), true, lots);
    }

    public static Moment at(Instant now) {
        return at(now, ExchangeRate.DEFAULT);
    }

    public static Moment at(Instant now, ExchangeRate rate) {
        return new Moment(now, COMMIT, rate);
    }

    /** Of rewards first and points then, as much as there is. */
    public static Redeem redeem(Money amount) {
        return new Redeem(1, amount, List.of(LotKind.REWARD, LotKind.POINT), false);
    }

    public static <R> Movement moved(Decision<R> decision) {
        return switch (decision) {
            case Decision.Moved<R> moved -> moved.movement();
            case Decision.Refused<R> refused -> throw new AssertionError("refused: " + refused.why());
        };
    }

    public static <R> R refused(Decision<R> decision) {
        return switch (decision) {
            case Decision.Moved<R> moved ->
                throw new AssertionError("moved: " + moved.movement().entry());
            case Decision.Refused<R> refused -> refused.why();
        };
    }
}
