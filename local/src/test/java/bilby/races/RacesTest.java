package bilby.races;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.store.Dynamo;
import bilby.store.OnEachDynamo;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class RacesTest {

    private static final int MANY = 100;

    private final Till till;

    RacesTest(Dynamo dynamo) {
        till = Till.on(dynamo);
    }

    @Test
    void aHundredRedemptionsOfADollarOnFiftyDollarsAreFiftyThatSucceedAndFiftyThatAreRefused() throws Exception {
        String member = till.memberWith(50);

        List<APIGatewayV2HTTPResponse> answers = atOnce(() -> till.redeem(member, 1, ""));

        assertThat(answers)
                .filteredOn(answer -> answer.getStatusCode() == 201)
                .hasSize(50)
                .allSatisfy(answer ->
                        assertThat(Till.data(answer).get("total").asInt()).isEqualTo(1));
        assertThat(answers).filteredOn(answer -> answer.getStatusCode() == 422).hasSize(50);
        assertThat(till.balance(member)).isZero();
    }

    @Test
    void aHundredSendsOfOneIdempotentRequestMoveOnceAndAreAnsweredAlike() throws Exception {
        String member = till.memberWith(50);

        List<APIGatewayV2HTTPResponse> answers = atOnce(() -> till.redeem(member, 7, "once"));

        assertThat(answers).extracting(APIGatewayV2HTTPResponse::getStatusCode).containsOnly(201);
        assertThat(answers)
                .extracting(APIGatewayV2HTTPResponse::getBody)
                .containsOnly(answers.getFirst().getBody());
        assertThat(answers)
                .filteredOn(answer -> !answer.getHeaders().containsKey("Idempotent-Replayed"))
                .hasSize(1);
        assertThat(till.balance(member)).isEqualTo(43);
    }

    @Test
    void ofAHundredReversalsOfOneRedemptionOneSucceeds() throws Exception {
        String member = till.memberWith(50);
        String redemption = Till.id(till.redeem(member, 7, ""));

        List<APIGatewayV2HTTPResponse> answers = atOnce(() -> till.reverse(redemption));

        assertThat(answers).filteredOn(answer -> answer.getStatusCode() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.getStatusCode() == 422).hasSize(MANY - 1);
        assertThat(till.balance(member)).isEqualTo(50);
    }

    private static List<APIGatewayV2HTTPResponse> atOnce(Callable<APIGatewayV2HTTPResponse> request) throws Exception {
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            return tills.invokeAll(Collections.nCopies(MANY, request)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
