package bilby.functions.birthday;

import bilby.birthday.BirthdayClaim;
import bilby.birthday.BirthdayOutcome;
import bilby.birthday.BirthdayPart;
import bilby.birthday.Verdict;
import bilby.catalogue.RewardDefinition;
import bilby.catalogue.Source;
import bilby.claim.Claim;
import bilby.functions.expiry.Room;
import bilby.functions.http.Environment;
import bilby.money.Money;
import bilby.profile.Profile;
import bilby.reward.Reward;
import bilby.setting.Settings;
import bilby.store.Deadline;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.time.WallClock;
import bilby.wallet.CommitId;
import bilby.wallet.Decision;
import bilby.wallet.Full;
import bilby.wallet.Issue;
import bilby.wallet.LotId;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Issues one definition's reward to one member, if it is due: a commit as any reward's, with the birthday's claim. */
final class BirthdayIssue {

    private final Environment environment;
    private final Store store;
    private final BirthdayPart part;

    BirthdayIssue(Environment environment, BirthdayPart part) {
        this.environment = environment;
        this.store = environment.store();
        this.part = part;
    }

    BirthdayOutcome to(ProfileId member, RewardDefinition definition, Deadline deadline) {
        CommitId commit = environment.newCommitId();
        NewIds ids = new NewIds(environment.clock(), environment.random());
        Outcome<BirthdayOutcome> outcome = store.run(deadline, ids, () -> plan(member, definition, commit, ids));
        return outcome instanceof Outcome.Answered<BirthdayOutcome>(BirthdayOutcome answer)
                ? answer
                : BirthdayOutcome.FAILED;
    }

    /** All that decides is read at once and settled: two parts that see to one member both see what the other has done. */
    private Plan<BirthdayOutcome> plan(ProfileId member, RewardDefinition definition, CommitId commit, NewIds ids) {
        Key<Wallet> walletKey = store.wallets().key(member);
        Key<Profile> profileKey = store.profiles().key(member);
        Key<Settings> settingsKey = store.settings().key();
        List<Key<BirthdayClaim>> claimKeys = IntStream.rangeClosed(-1, 1)
                .mapToObj(years -> store.claims().birthday(claim(member, definition, years)))
                .toList();
        List<Key<?>> keys = new ArrayList<>(claimKeys);
        keys.addAll(List.of(walletKey, profileKey, settingsKey));
        Snapshot found = store.readSettled(keys);
        Optional<Wallet> wallet = found.get(walletKey).filter(Wallet::isOpen);
        Optional<Profile> profile = found.get(profileKey);
        if (wallet.isEmpty() || profile.isEmpty()) {
            return Plan.nothing(BirthdayOutcome.PROFILE_DELETED);
        }
        Settings settings = found.get(settingsKey).orElse(Settings.DEFAULT);
        Instant now = wallet.get().now(environment.clock().instant());
        Moment moment = new Moment(now, commit, settings.exchangeRate());
        return switch (Verdict.of(part, profile.get(), definition, found.all(claimKeys), settings, now)) {
            case Verdict.Not(BirthdayOutcome why) -> Plan.nothing(why);
            case Verdict.Due due -> issue(wallet.get(), definition, due, moment, newLot(ids, wallet.get()));
        };
    }

    private Plan<BirthdayOutcome> issue(
            Wallet wallet, RewardDefinition definition, Verdict.Due due, Moment moment, LotId lot) {
        Issue issue = new Issue(lot, definition.value().cents(), due.span(), definition.ref());
        Room room = Room.in(store, wallet, moment);
        return switch (issue.on(room.wallet(), moment)) {
            case Decision.Refused<Full> refused -> Plan.nothing(BirthdayOutcome.WALLET_FULL);
            case Decision.Moved<Full>(Movement movement) ->
                room.commit(store, movement, BirthdayOutcome.ISSUED)
                        .and(store.rewards().add(reward(movement, lot, definition, due)))
                        .claiming(
                                store.claims()
                                        .take(
                                                claim(wallet.profileId(), definition, 0),
                                                new BirthdayClaim(part.celebrated(), lot.id(), part.name())),
                                BirthdayOutcome.ALREADY_HAD);
        };
    }

    private static Reward reward(Movement issue, LotId lot, RewardDefinition definition, Verdict.Due due) {
        Instant now = WallClock.toTheSecond(issue.entry().at());
        return new Reward(
                lot.id(),
                1,
                issue.wallet().profileId(),
                due.zone(),
                definition.ref(),
                definition.value(),
                Money.ZERO,
                due.span(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Source.BIRTHDAY),
                now,
                now,
                Optional.empty());
    }

    /** @param years after that of the birthday */
    private Claim claim(ProfileId member, RewardDefinition definition, int years) {
        return Claim.birthday(definition.id(), member, part.celebrated().getYear() + years);
    }

    private static LotId newLot(NewIds ids, Wallet wallet) {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> LotId.reward(ids.get(n)))
                .filter(id -> wallet.lot(id).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
