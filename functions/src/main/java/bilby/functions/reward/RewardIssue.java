package bilby.functions.reward;

import bilby.catalogue.RewardDefinition;
import bilby.claim.Claim;
import bilby.functions.catalogue.RewardDefinitionBody;
import bilby.functions.expiry.Room;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.reward.Reward;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.Decision;
import bilby.wallet.Full;
import bilby.wallet.Issue;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.Wallet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reward that is asked for, by a request of its own or by a row of a batch. */
public record RewardIssue(Store store, ObjectNode body) {

    /** What to read first, besides the wallet and the settings. */
    public List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>();
        IssueBody.definitionId(body).map(store.rewardDefinitions()::key).ifPresent(keys::add);
        IssueBody.definitionHandle(body).map(this::handleOwner).ifPresent(keys::add);
        IssueBody.externalId(body).map(this::externalIdOwner).ifPresent(keys::add);
        return keys;
    }

    /**
     * The commit that issues it, or what is wrong with it.
     *
     * @param wallet of the profile that it names, if there is one
     */
    public Plan<Answer> plan(Attempt attempt, Optional<Wallet> wallet) {
        Optional<RewardDefinition> definition = IssueBody.definitionId(body).isPresent()
                ? IssueBody.definitionId(body)
                        .flatMap(id -> attempt.get(store.rewardDefinitions().key(id)))
                : IssueBody.definitionHandle(body)
                        .flatMap(handle -> attempt.get(handleOwner(handle)))
                        .flatMap(id -> attempt.read(store.rewardDefinitions().key(Long.parseLong(id))));
        Instant now = wallet.map(attempt::now).orElse(attempt.now());
        Fields checked = attempt.fields(body);
        if (IssueBody.externalId(body)
                .flatMap(id -> attempt.get(externalIdOwner(id)))
                .isPresent()) {
            checked.refuse("external_id", LotAnswers.EXTERNAL_ID_TAKEN);
        }
        return switch (IssueBody.parse(checked, definition, wallet.isPresent(), now)) {
            case Parsed.Invalid<IssueBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<IssueBody>(IssueBody valid) ->
                issue(attempt, wallet.orElseThrow(), definition.orElseThrow(), valid);
        };
    }

    private Plan<Answer> issue(Attempt attempt, Wallet wallet, RewardDefinition definition, IssueBody valid) {
        LotId lot = attempt.newLot(LotKind.REWARD, wallet);
        Issue issue = new Issue(lot, valid.valueRemaining().cents(), valid.span(), definition.ref());
        Moment moment = attempt.moment(wallet);
        Room room = Room.in(store, wallet, moment);
        return switch (issue.on(room.wallet(), moment)) {
            case Decision.Refused<Full> refused -> Plan.nothing(LotAnswers.full());
            case Decision.Moved<Full>(Movement movement) -> {
                Reward reward = valid.toReward(movement, lot.id(), definition.ref());
                StandingReward standing = new StandingReward(reward, movement.wallet(), definition);
                Plan.Commit<Answer> commit = room.commit(
                                store,
                                movement,
                                Answer.created(RewardJson.of(
                                        standing,
                                        attempt.now(),
                                        attempt.settings().currency())))
                        .and(store.rewards().add(reward));
                reward.externalId()
                        .ifPresent(id -> commit.claiming(
                                store.claims().take(Claim.external("reward", id), Long.toString(lot.id())),
                                LotAnswers.externalIdTaken()));
                yield commit;
            }
        };
    }

    private Key<String> externalIdOwner(String externalId) {
        return store.claims().owner(Claim.external("reward", externalId));
    }

    private Key<String> handleOwner(String handle) {
        return store.claims().owner(RewardDefinitionBody.handleClaim(handle));
    }
}
