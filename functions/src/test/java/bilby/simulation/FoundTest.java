package bilby.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.functions.http.Environment;
import bilby.store.PassingOn;
import bilby.store.WaitingStore;
import bilby.store.memory.InMemoryDynamoDb;
import bilby.wallet.LotKind;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

/** What the simulation has found, each by itself. */
class FoundTest {

    private final InMemoryDynamoDb real = new InMemoryDynamoDb();
    private final Shop shop = new Shop(real, 1);
    private final ProfileId member = shop.members.getFirst();
    private Instant now = Clock.START;
    private int seeds;

    /** No commit tells a dry run that its reads are of two moments. */
    @Test
    void aDryRunOfAReturnIsOfOneMomentThoughAnotherReturnComesBetweenItsReads() {
        long redemption = redemption();
        Command part = new Command.Return(member, redemption, Optional.of(200L), false);
        Command rest = new Command.Return(member, redemption, Optional.empty(), true);

        String answer = ask(
                beforeTheRows(() -> {
                    var _ = ask(real, part);
                }),
                rest);

        assertThat(Facts.of(rest, answer)).contains("total 400", "rewards 1000");
    }

    /** Where the clock is behind, the attempts of a request have the same entry, and so must make the same sale. */
    @Test
    void aSaleThatIsTiedIsOfTheTimeOfItsEntry() {
        long redemption = redemption();
        now = Clock.START.minusSeconds(60);

        String answer = ask(real, new Command.Sell(member, 1_000, Optional.of(redemption), Optional.empty()));

        assertThat(answer).contains("\"transacted_at\"").doesNotContain("2025-03-10 11:59:00");
    }

    private long redemption() {
        var _ = ask(
                real,
                new Command.IssueReward(
                        member, Shop.FIXED, 1_000, Optional.empty(), Optional.empty(), Optional.empty()));
        return Facts.id(ask(real, new Command.Redeem(member, 600, List.of(LotKind.REWARD), Optional.empty(), false)));
    }

    private String ask(DynamoDbClient client, Command command) {
        Environment environment = new Environment(
                Tables.VARIABLES,
                WaitingStore.of(client, Tables.VARIABLES, new SplittableRandom(0), wait -> {}),
                () -> now,
                new SplittableRandom(seeds++));
        Operation operation = Operation.of(command);
        APIGatewayV2HTTPResponse response = operation
                .handler()
                .apply(environment)
                .handleRequest(operation.event(Optional.empty()), new Lambda(command, () -> 29_000));
        return response.getBody();
    }

    /** The rows are what a return reads settled, after the wallet. */
    private DynamoDbClient beforeTheRows(Runnable event) {
        AtomicBoolean isOver = new AtomicBoolean();
        return new PassingOn(real) {
            @Override
            public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
                if (!isOver.getAndSet(true)) {
                    event.run();
                }
                return super.transactGetItems(request);
            }
        };
    }
}
