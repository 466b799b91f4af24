package bilby.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.money.Points;
import bilby.point.PointGrant;
import bilby.redemption.Redemption;
import bilby.redemption.RedemptionType;
import bilby.reward.Reward;
import bilby.wallet.DefinitionRef;
import bilby.wallet.Given;
import bilby.wallet.Hash;
import bilby.wallet.Lot;
import bilby.wallet.LotId;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuditTest {

    private static final ProfileId OTHER = ProfileId.of("00000000-0000-4000-8000-000000000002");
    private static final DefinitionRef ANOTHER = new DefinitionRef(7, 3);
    private static final Instant LATER = Given.noonOf("2026-01-01");

    private final Member member = Member.withEverything();

    @Test
    void afterEveryMovementNothingDiffers() {
        assertThat(member.audited()).isEmpty();
        member.close();
        assertThat(member.audited()).isEmpty();
    }

    static Stream<Arguments> wrongWallets() {
        return Stream.of(
                wallet("the wallet's version is 2", it -> wallet(it, it.version() + 1, it.lots())),
                wallet(
                        "the wallet's head is ",
                        it -> new Wallet(
                                it.profileId(), it.version(), Hash.of("x"), it.lastEntryAt(), true, it.lots())),
                wallet(
                        "the time of the wallet's last entry is ",
                        it -> new Wallet(it.profileId(), it.version(), it.head(), LATER, true, it.lots())),
                wallet(
                        "whether the wallet is open is false, and true by the ledger",
                        it -> new Wallet(it.profileId(), it.version(), it.head(), it.lastEntryAt(), false, it.lots())),
                wallet(
                        "the wallet's lot R4 is R4 301 ",
                        it -> lots(it, lot -> new Lot(lot.id(), lot.remaining() + 1, lot.span()))),
                wallet(
                        "the wallet's lot R4 is R4 300 ",
                        it -> lots(
                                it,
                                lot -> new Lot(
                                        lot.id(), lot.remaining(), lot.span().until(LATER)))),
                wallet(
                        "the wallet's lot R4 is nothing, and R4 300 ",
                        it -> wallet(
                                it, it.version(), it.lots().subList(1, it.lots().size()))),
                wallet(
                        "the wallet's lot R9 is R9 1 ",
                        it -> wallet(it, it.version(), with(it.lots(), new Lot(LotId.reward(9), 1, Given.forever())))),
                wallet(
                        "the number of the wallet's lots is 3, and 2 by the ledger",
                        it -> wallet(it, it.version(), with(it.lots(), it.lots().getFirst()))));
    }

    @ParameterizedTest
    @MethodSource("wrongWallets")
    void aWalletThatIsNotAsTheLedgerSaysIsTold(String difference, UnaryOperator<Wallet> change) {
        member.wallet = change.apply(member.wallet);
        assertThat(told()).startsWith(difference);
    }

    static Stream<Arguments> wrongRewards() {
        return Stream.of(
                reward(1, "whose it is is 0", it -> reward(it, OTHER, ANOTHER, it.span(), it.heldAtExpiry())),
                reward(
                        1,
                        "its definition is 7.3, and 7.2 ",
                        it -> reward(it, it.profileId(), ANOTHER, it.span(), it.heldAtExpiry())),
                reward(
                        1,
                        "its span is ",
                        it -> reward(
                                it, it.profileId(), it.definition(), it.span().until(LATER), it.heldAtExpiry())),
                reward(
                        1,
                        "what it held at expiry is 0.01, and 0.00 ",
                        it -> reward(it, it.profileId(), it.definition(), it.span(), Money.ofCents(1))),
                reward(
                        5,
                        "what it held at expiry is 0.00, and 5.00 ",
                        it -> reward(it, it.profileId(), it.definition(), it.span(), Money.ZERO)),
                reward(
                        1,
                        "when it was extended is 2026-01-01T12:00:00Z, and 2025-01-01T12:00:00Z",
                        it -> it.extended(it.span().expiresAt().orElseThrow(), LATER)),
                reward(
                        2,
                        "when it was extended is 2026-01-01T12:00:00Z, and nothing",
                        it -> it.extended(it.span().expiresAt().orElseThrow(), LATER)),
                reward(2, "when it was deleted is 2026-01-01T12:00:00Z, and nothing", it -> it.deleted(LATER)),
                reward(1, "when it was deleted is 2026-01-01T12:00:00Z, and 2025-05-15", it -> it.deleted(LATER)));
    }

    @ParameterizedTest
    @MethodSource("wrongRewards")
    void aRewardThatIsNotAsTheLedgerSaysIsTold(long id, String difference, UnaryOperator<Reward> change) {
        member.rewards.computeIfPresent(id, (key, row) -> change.apply(row));
        assertThat(told()).startsWith("reward " + id + ": " + difference);
    }

    static Stream<Arguments> wrongPoints() {
        return Stream.of(
                points("whose it is is 0", it -> points(it, OTHER, it.definition(), it.span(), it.heldAtExpiry())),
                points(
                        "its definition is 7.3, and 7.2 ",
                        it -> points(it, it.profileId(), ANOTHER, it.span(), it.heldAtExpiry())),
                points(
                        "its span is ",
                        it -> points(
                                it, it.profileId(), it.definition(), it.span().until(LATER), it.heldAtExpiry())),
                points(
                        "what they held at expiry is 0.00, and 20.00 ",
                        it -> points(it, it.profileId(), it.definition(), it.span(), Points.ZERO)));
    }

    @ParameterizedTest
    @MethodSource("wrongPoints")
    void pointsThatAreNotAsTheLedgerSaysAreTold(String difference, UnaryOperator<PointGrant> change) {
        member.points.computeIfPresent(7L, (key, row) -> change.apply(row));
        assertThat(told()).startsWith("points 7: " + difference);
    }

    static Stream<Arguments> wrongRedemptions() {
        return Stream.of(
                redemption(
                        11, "whose it is is 0", it -> redemption(it, OTHER, it.type(), it.entryVersion(), it.total())),
                redemption(
                        11,
                        "its type is RETURN, and REDEEM ",
                        it -> redemption(it, it.profileId(), RedemptionType.RETURN, it.entryVersion(), it.total())),
                redemption(
                        11, "its entry is 7, and 6 ", it -> redemption(it, it.profileId(), it.type(), 7, it.total())),
                redemption(
                        11,
                        "its total is 14.01, and 14.00 ",
                        it -> redemption(it, it.profileId(), it.type(), it.entryVersion(), Money.ofCents(1_401))),
                redemption(
                        11, "what of it was returned is 14.01, and 14.00 ", it -> it.returned(Money.ofCents(1), LATER)),
                redemption(
                        18,
                        "what of it was forfeited is 0.00, and 2.00 ",
                        it -> undoing(it, Money.ZERO, it.isReversed(), it.undoes())),
                redemption(
                        13,
                        "whether it was reversed is false, and true ",
                        it -> undoing(it, it.forfeited(), false, it.undoes())),
                redemption(
                        18,
                        "what it undoes is 11, and 17 ",
                        it -> undoing(it, it.forfeited(), it.isReversed(), Optional.of(11L))),
                redemption(
                        18,
                        "what it undoes is nothing, and 17 ",
                        it -> undoing(it, it.forfeited(), it.isReversed(), Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("wrongRedemptions")
    void aRedemptionThatIsNotAsTheLedgerSaysIsTold(long id, String difference, UnaryOperator<Redemption> change) {
        member.redemptions.computeIfPresent(id, (key, row) -> change.apply(row));
        assertThat(told()).startsWith("redemption " + id + ": " + difference);
    }

    @Test
    void aRowThatIsMissingIsTold() {
        member.redemptions.remove(14L);
        assertThat(told()).isEqualTo("redemption 14 is missing");
        member.points.remove(3L);
        assertThat(told()).isEqualTo("points 3 is missing");
        member.rewards.remove(2L);
        assertThat(told()).isEqualTo("reward 2 is missing");
    }

    @Test
    void whatTheLedgerDoesNotHoldIsTheRowsOwn() {
        Reward row = Optional.ofNullable(member.rewards.get(2L)).orElseThrow();
        member.rewards.put(2L, row.adjusted(Money.ofDollars(99), row.span(), Optional.of("{}"), LATER));
        member.link(13, 78);
        assertThat(member.audited()).isEmpty();
    }

    private String told() {
        return member.audited().map(Difference::what).orElse("nothing");
    }

    private static Arguments wallet(String difference, UnaryOperator<Wallet> change) {
        return Arguments.of(difference, change);
    }

    private static Arguments reward(long id, String difference, UnaryOperator<Reward> change) {
        return Arguments.of(id, difference, change);
    }

    private static Arguments points(String difference, UnaryOperator<PointGrant> change) {
        return Arguments.of(difference, change);
    }

    private static Arguments redemption(long id, String difference, UnaryOperator<Redemption> change) {
        return Arguments.of(id, difference, change);
    }

    private static Wallet wallet(Wallet it, long version, List<Lot> lots) {
        return new Wallet(it.profileId(), version, it.head(), it.lastEntryAt(), it.isOpen(), lots);
    }

    /** The wallet with its first lot changed. */
    private static Wallet lots(Wallet it, UnaryOperator<Lot> change) {
        List<Lot> lots = new ArrayList<>(it.lots());
        lots.set(0, change.apply(lots.getFirst()));
        return wallet(it, it.version(), lots);
    }

    private static List<Lot> with(List<Lot> lots, Lot more) {
        return Stream.concat(lots.stream(), Stream.of(more)).toList();
    }

    private static Reward reward(Reward it, ProfileId owner, DefinitionRef definition, Span span, Money held) {
        return new Reward(
                it.id(),
                1,
                owner,
                it.zone(),
                definition,
                it.valueInitial(),
                held,
                span,
                it.extendedAt(),
                it.externalId(),
                it.meta(),
                it.source(),
                it.createdAt(),
                it.updatedAt(),
                it.deletedAt());
    }

    private static PointGrant points(PointGrant it, ProfileId owner, DefinitionRef definition, Span span, Points held) {
        return new PointGrant(
                it.id(),
                1,
                owner,
                definition,
                it.valueInitial(),
                held,
                span,
                it.accruedAt(),
                it.description(),
                it.externalId(),
                it.meta(),
                it.source(),
                it.createdAt(),
                it.updatedAt());
    }

    private static Redemption redemption(
            Redemption it, ProfileId owner, RedemptionType type, long entryVersion, Money total) {
        return new Redemption(
                it.id(),
                1,
                owner,
                type,
                entryVersion,
                total,
                it.requested(),
                it.returned(),
                it.forfeited(),
                it.isReversed(),
                it.undoes(),
                it.saleId(),
                it.reference(),
                it.createdAt(),
                it.updatedAt());
    }

    private static Redemption undoing(Redemption it, Money forfeited, boolean isReversed, Optional<Long> undoes) {
        return new Redemption(
                it.id(),
                1,
                it.profileId(),
                it.type(),
                it.entryVersion(),
                it.total(),
                it.requested(),
                it.returned(),
                forfeited,
                isReversed,
                undoes,
                it.saleId(),
                it.reference(),
                it.createdAt(),
                it.updatedAt());
    }
}
