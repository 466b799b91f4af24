package bilby.functions.reward;

import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.list.Column;
import bilby.functions.list.ListQuery;
import bilby.functions.list.Lists;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.Lot;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code GET /rewards}: the rewards of a profile, the newest first, or of all profiles. */
public final class ListRewards implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ListRewards() {
        this(Environment.ofLambda());
    }

    public ListRewards(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    private static final List<Column> COLUMNS = List.of(
            Column.text("profile_id"),
            Column.number("reward_definition_id").at("/definition/id"),
            Column.number("value_initial"),
            Column.time("issued_at"),
            Column.time("expires_at"),
            Column.text("timezone"),
            Column.text("external_id"),
            Column.number("source_id"),
            Column.text("source_type"),
            Column.time("created_at"));

    /** What is left changes with each redemption, so over all profiles there is no filtering by it. */
    private static final List<Column> COLUMNS_WITHIN_PROFILE = Stream.concat(
                    COLUMNS.stream(), Stream.of(Column.number("value_remaining")))
            .toList();

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        List<Column> columns = request.isWithinProfile() ? COLUMNS_WITHIN_PROFILE : COLUMNS;
        return endpoint.runWithSettings(
                request,
                context,
                request.profileId().map(store().wallets()::key).stream().toList(),
                attempt -> switch (ListQuery.parse(request, columns)) {
                    case Parsed.Invalid<ListQuery>(Answer answer) -> Plan.nothing(answer);
                    case Parsed.Valid<ListQuery>(ListQuery query) -> {
                        String currency = attempt.settings().currency();
                        yield Plan.nothing(
                                request.isWithinProfile()
                                        ? ofProfile(request, attempt, query, currency)
                                        : ofAll(request, attempt, query, currency));
                    }
                });
    }

    private Answer ofProfile(Request request, Attempt attempt, ListQuery query, String currency) {
        Optional<Wallet> wallet = request.profileId().flatMap(attempt::wallet);
        return wallet.map(found -> Lists.known(
                        request,
                        query,
                        ids(found),
                        ids -> rows(attempt, new RewardReader(store()).standing(ids, List.of(found)), currency)))
                .orElseGet(Answer::notFound);
    }

    /** The index lags behind by a moment; but whatever was issued just now is in the wallet. */
    private List<Long> ids(Wallet wallet) {
        Stream<Long> open =
                wallet.lots().stream().filter(Lot::isReward).map(lot -> lot.id().id());
        return Stream.concat(store().rewardsOf(wallet.profileId()).stream(), open)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private Answer ofAll(Request request, Attempt attempt, ListQuery query, String currency) {
        RewardReader reader = new RewardReader(store());
        Optional<String> externalId = query.equalTo("external_id");
        return externalId.isPresent()
                ? Lists.known(
                        request,
                        query,
                        attempt.owner(Claim.external("reward", externalId.get())).stream()
                                .map(Long::valueOf)
                                .toList(),
                        ids -> rows(attempt, reader.standing(ids), currency))
                : Lists.whole(
                        request,
                        query,
                        store().allRewards(),
                        ids -> rows(
                                attempt,
                                reader.standing(ids.stream().map(Long::valueOf).toList()),
                                currency));
    }

    private static List<ObjectNode> rows(Attempt attempt, List<StandingReward> rewards, String currency) {
        return rewards.stream()
                .map(reward -> RewardJson.of(reward, attempt.now(), currency))
                .toList();
    }

    private Store store() {
        return endpoint.store();
    }
}
