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
import bilby.wallet.CommitId;
import bilby.wallet.Decision;
import bilby.wallet.Full;
import bilby.wallet.Issue;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Issues one definition's reward to one member, if it is due: a commit as any reward's, with the birthday's claim. */
final class BirthdayIssue {

    private final Environment environment;
    private final Store store;
    private final BirthdayPart part;
    private final Key<Settings> settings;

    BirthdayIssue(Environment environment, BirthdayPart part) {
        this.environment = environment;
        this.store = environment.store();
        this.part = part;
        this.settings = store.settings().key();
    }

    /** All that decides on members, to be read at once and settled: two parts that see to one both see what the other did. */
    List<Key<?>> keys(List<ProfileId> members, RewardDefinition definition) {
        List<Key<?>> keys = new ArrayList<>();
        keys.add(settings);
        for (ProfileId member : members) {
            keys.add(store.wallets().key(member));
            keys.add(store.profiles().key(member));
            keys.addAll(claims(member, definition));
        }
        return keys;
    }

    private List<Key<BirthdayClaim>> claims(ProfileId member, RewardDefinition definition) {
        return BirthdayClaim.yearsAround(part.celebrated())
                .mapToObj(year -> store.claims().birthday(Claim.birthday(definition.id(), member, year)))
                .toList();
    }

    /**
     * Issues it to one of them.
     *
     * @param justRead what the keys read, if they were read; where another was faster since, they are read again
     */
    BirthdayOutcome to(ProfileId member, RewardDefinition definition, Optional<Snapshot> justRead, Deadline deadline) {
        CommitId commit = environment.newCommitId();
        NewIds ids = new NewIds(environment.clock(), environment.random());
        Iterator<Snapshot> first = justRead.stream().iterator();
        Outcome<BirthdayOutcome> outcome = store.run(deadline, ids, () -> {
            Snapshot found = first.hasNext() ? first.next() : store.readSettled(keys(List.of(member), definition));
            return plan(found, member, definition, commit, ids);
        });
        return outcome instanceof Outcome.Answered<BirthdayOutcome>(BirthdayOutcome answer)
                ? answer
                : BirthdayOutcome.FAILED;
    }

    private Plan<BirthdayOutcome> plan(
            Snapshot found, ProfileId member, RewardDefinition definition, CommitId commit, NewIds ids) {
        Optional<Wallet> wallet = found.get(store.wallets().key(member)).filter(Wallet::isOpen);
        Optional<Profile> profile = found.get(store.profiles().key(member));
        if (wallet.isEmpty() || profile.isEmpty()) {
            return Plan.nothing(BirthdayOutcome.PROFILE_DELETED);
        }
        Settings inForce = found.get(settings).orElse(Settings.DEFAULT);
        Instant now = wallet.get().now(environment.clock().instant());
        Moment moment = new Moment(now, commit, inForce.exchangeRate());
        return switch (Verdict.of(
                part, profile.get(), definition, found.all(claims(member, definition)), inForce, now)) {
            case Verdict.Not(BirthdayOutcome why) -> Plan.nothing(why);
            case Verdict.Due due ->
                issue(
                        wallet.get(),
                        definition,
                        due,
                        moment,
                        ids.lots(LotKind.REWARD, wallet.get()).next());
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
                                                Claim.birthday(
                                                        definition.id(),
                                                        wallet.profileId(),
                                                        part.celebrated().getYear()),
                                                new BirthdayClaim(part.celebrated(), lot.id(), part.name())),
                                BirthdayOutcome.ALREADY_HAD);
        };
    }

    private static Reward reward(Movement issue, LotId lot, RewardDefinition definition, Verdict.Due due) {
        Instant now = issue.entry().at();
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
}
