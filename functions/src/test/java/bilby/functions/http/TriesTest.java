package bilby.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.store.Change;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.store.TestTables;
import bilby.store.memory.InMemoryDynamoDb;
import bilby.token.Token;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TriesTest {

    private final DynamoDbClient dynamo = new InMemoryDynamoDb();
    private final Store store = new Store(dynamo, new TestTables(dynamo).create(), new SplittableRandom(1));
    private final Tries tries = new Tries();

    private void decideNothing() {
        assertThat(tries.count(() -> Plan.nothing("read"))).isInstanceOf(Plan.Nothing.class);
    }

    private void decideACommit() {
        Token token = new Token(Token.idOf("s"), "s", List.of("*"), false, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
        Change change = store.tokens().add(token);
        assertThat(tries.count(() -> Plan.commit(change, "done"))).isInstanceOf(Plan.Commit.class);
    }

    @Test
    void whatIsDecidedOnceAndAnsweredTellsNothing() {
        decideACommit();
        assertThat(tries.metrics()).isEmpty();
    }

    @Test
    void whatIsDecidedAgainAfterAReadIsARetryAndNoConflict() {
        decideNothing();
        decideNothing();
        decideACommit();
        assertThat(tries.metrics()).containsOnlyKeys("Retries").containsEntry("Retries", 2L);
    }

    @Test
    void aCommitThatIsDecidedAgainIsAConflict() {
        decideACommit();
        decideACommit();
        decideACommit();
        assertThat(tries.metrics()).containsEntry("Retries", 2L).containsEntry("Conflicts", 2L);
    }

    @Test
    void aCommitThatIsRefusedWhenItIsDecidedAgainIsAConflictToo() {
        decideACommit();
        decideNothing();
        assertThat(tries.metrics()).containsEntry("Conflicts", 1L);
    }
}
