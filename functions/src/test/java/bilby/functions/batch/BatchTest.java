package bilby.functions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.batch.BatchId;
import bilby.store.Cut;
import bilby.store.CutOff;
import bilby.store.Overtaken;
import bilby.store.PassingOn;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

/** Requests, messages and functions that come twice, in any order, at once, or are cut off anywhere. */
class BatchTest {

    private static final Optional<String> KEY = Optional.of("key");
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Office office = new Office();

    /** Each of the calls that the request makes is its last one, before it is carried out or after it; then it is sent again. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereverTheRequestIsCutOffItIsOneBatchOnceItIsSentAgain(boolean isCarriedOut) {
        for (int calls = 1; ; calls++) {
            Office one = new Office();
            ProfileId ada = member(one, "ada@example.com");
            Cut cut = new Cut(one.real, calls, isCarriedOut);
            CutOff.within(() -> one.sendRewards(cut, rewards(ada, 95), KEY));

            BatchId id = Office.id(one.sendRewards(one.real, rewards(ada, 95), KEY), "/batch_id");
            one.resendAfter(A_DAY);
            one.work();
            one.resendAfter(A_DAY);

            assertThat(one.rewardsOf(ada)).as("cut off at call " + calls).isEqualTo(95);
            assertThat(one.outcomes(id)).hasSize(95).containsOnly("issued");
            assertThat(one.store.openBatches()).isEmpty();
            if (!cut.isOver()) {
                return;
            }
        }
    }

    /** And if it is never sent again: either it became a batch, and is done, or nothing of it is left. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereverTheRequestIsCutOffItIsWhollyDoneOrNothingIsLeftOfIt(boolean isCarriedOut) {
        for (int calls = 1; ; calls++) {
            Office one = new Office();
            ProfileId ada = member(one, "ada@example.com");
            String before = one.jobs();
            Cut cut = new Cut(one.real, calls, isCarriedOut);
            CutOff.within(() -> one.sendRewards(cut, rewards(ada, 95), Optional.empty()));

            one.resendAfter(A_DAY);
            one.work();
            one.resendAfter(A_DAY);

            assertThat(one.rewardsOf(ada)).as("cut off at call " + calls).isIn(0L, 95L);
            if (one.rewardsOf(ada) == 0) {
                assertThat(one.jobs()).as("cut off at call " + calls).isEqualTo(before);
            }
            assertThat(one.store.openBatches()).isEmpty();
            if (!cut.isOver()) {
                return;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereverTheWorkerIsCutOffEachRowIsDoneOnce(boolean isCarriedOut) {
        for (int calls = 1; ; calls++) {
            Office one = new Office();
            ProfileId ada = member(one, "ada@example.com");
            BatchId id = one.rewards(rewards(ada, 3) + ",{}");
            String message = one.queue.remove();
            Cut cut = new Cut(one.real, calls, isCarriedOut);
            CutOff.within(() -> one.deliver(cut, message));

            assertThat(one.deliver(one.real, message)).isTrue();

            assertThat(one.rewardsOf(ada)).as("cut off at call " + calls).isEqualTo(3);
            assertThat(one.outcomes(id)).containsExactly("issued", "issued", "issued", "refused");
            if (!cut.isOver()) {
                return;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereverTheResendingIsCutOffNothingIsLostOrDoneTwice(boolean isCarriedOut) {
        for (int calls = 1; ; calls++) {
            Office one = new Office();
            ProfileId ada = member(one, "ada@example.com");
            one.isQueueUp = false;
            BatchId id = one.rewards(rewards(ada, 12));
            one.isQueueUp = true;
            one.now = one.now.plus(A_DAY);
            Cut cut = new Cut(one.real, calls, isCarriedOut);
            CutOff.within(() -> one.resend(cut));

            one.resendAfter(A_DAY);
            one.work();
            one.resendAfter(A_DAY);

            assertThat(one.rewardsOf(ada)).as("cut off at call " + calls).isEqualTo(12);
            assertThat(one.outcomes(id)).containsOnly("issued");
            assertThat(one.store.openBatches()).isEmpty();
            if (!cut.isOver()) {
                return;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void messagesThatComeTwiceAndInAnyOrderAreDoneOnce(int seed) {
        ProfileId ada = member(office, "ada@example.com");
        BatchId id = office.rewards(rewards(ada, 35));
        List<String> messages = new ArrayList<>(office.queue);
        messages.addAll(office.queue);
        Collections.shuffle(messages, new Random(seed));

        messages.forEach(
                message -> assertThat(office.deliver(office.real, message)).isTrue());

        assertThat(office.rewardsOf(ada)).isEqualTo(35);
        assertThat(office.outcomes(id)).hasSize(35).containsOnly("issued");
    }

    @Test
    void twoWorkersOnOneRowAtOnceDoItOnce() {
        ProfileId ada = member(office, "ada@example.com");
        BatchId id = office.rewards(rewards(ada, 1));
        String message = office.queue.remove();
        DynamoDbClient overtaken = new Overtaken(
                office.real,
                () -> assertThat(office.deliver(office.real, message)).isTrue());

        assertThat(office.deliver(overtaken, message)).isTrue();

        assertThat(office.rewardsOf(ada)).isEqualTo(1);
        assertThat(office.outcomes(id)).containsExactly("issued");
    }

    @Test
    void theSameRequestAgainIsTheSameBatchAndBringsNothingBack() {
        ProfileId ada = member(office, "ada@example.com");
        String rows = rewards(ada, 2);
        APIGatewayV2HTTPResponse first = office.sendRewards(office.real, rows, KEY);
        office.work();
        office.resendAfter(A_DAY);
        String before = office.jobs();

        APIGatewayV2HTTPResponse second = office.sendRewards(office.real, rows, KEY);
        office.work();

        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getHeaders()).containsEntry("Idempotent-Replayed", "true");
        assertThat(office.rewardsOf(ada)).isEqualTo(2);
        assertThat(office.jobs()).isEqualTo(before);
    }

    @Test
    void whoeverIsOvertakenByTheSameRequestWhichIsDoneMeanwhileBringsNothingBack() {
        ProfileId ada = member(office, "ada@example.com");
        String rows = rewards(ada, 95);
        List<APIGatewayV2HTTPResponse> first = new ArrayList<>();
        DynamoDbClient overtaken = new Overtaken(office.real, () -> {
            first.add(office.sendRewards(office.real, rows, KEY));
            office.work();
        });

        APIGatewayV2HTTPResponse second = office.sendRewards(overtaken, rows, KEY);
        office.work();
        office.resendAfter(A_DAY);
        office.work();

        assertThat(second.getBody()).isEqualTo(first.getFirst().getBody());
        assertThat(office.rewardsOf(ada)).isEqualTo(95);
    }

    @Test
    void anotherRequestUnderTheKeyIsRefusedAndStoresNothing() {
        ProfileId ada = member(office, "ada@example.com");
        var _ = office.sendRewards(office.real, rewards(ada, 1), KEY);
        String before = office.jobs();

        APIGatewayV2HTTPResponse other = office.sendRewards(office.real, rewards(ada, 2), KEY);

        assertThat(other.getStatusCode()).isEqualTo(422);
        assertThat(office.jobs()).isEqualTo(before);
    }

    @Test
    void withoutAKeyTheSameRequestIsAnotherBatch() {
        ProfileId ada = member(office, "ada@example.com");

        assertThat(office.rewards(rewards(ada, 1))).isNotEqualTo(office.rewards(rewards(ada, 1)));

        office.work();
        assertThat(office.rewardsOf(ada)).isEqualTo(2);
    }

    @Test
    void messagesThatCouldNotBeSentAreSentLaterAndOnceOnly() {
        ProfileId ada = member(office, "ada@example.com");
        office.isQueueUp = false;
        BatchId id = office.rewards(rewards(ada, 12));
        office.isQueueUp = true;
        assertThat(office.queue).isEmpty();
        assertThat(office.log).anyMatch(line -> line.contains(id.value()));

        office.resendAfter(Duration.ofSeconds(59));
        assertThat(office.queue).isEmpty();
        office.resendAfter(Duration.ofSeconds(1));
        assertThat(office.queue).hasSize(2);
        office.resendAfter(A_DAY);
        assertThat(office.queue).hasSize(2);
        office.work();

        assertThat(office.rewardsOf(ada)).isEqualTo(12);
    }

    @Test
    void aRowThatFailsIsToldAndHurtsNoOther() {
        ProfileId ada = member(office, "ada@example.com");
        ProfileId ben = member(office, "ben@example.com");
        BatchId id = office.rewards(rewards(ada, 1) + "," + rewards(ben, 1) + "," + rewards(ada, 1));
        String message = office.queue.remove();
        DynamoDbClient unreadable = new PassingOn(office.real) {
            @Override
            public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
                if (request.toString().contains(ben.toString())) {
                    throw new IllegalStateException("unreadable");
                }
                return super.transactGetItems(request);
            }
        };

        SQSBatchResponse response = office.deliver(unreadable, List.of("poison", message, "{\"batch\":\"x\"}"));

        assertThat(response.getBatchItemFailures())
                .extracting(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .containsExactly("message-0", "message-1", "message-2");
        assertThat(office.outcomes(id)).containsExactly("issued", "waiting", "issued");
        assertThat(office.jobs()).contains("failed=AttributeValue(BOOL=true)");
        assertThat(office.log).anyMatch(line -> line.contains(id + " row 1"));

        assertThat(office.deliver(office.real, message)).isTrue();
        assertThat(office.outcomes(id)).containsOnly("issued");
        assertThat(office.rewardsOf(ben)).isEqualTo(1);
        assertThat(office.rewardsOf(ada)).isEqualTo(2);
    }

    @Test
    void whatNobodyCouldDoForTwoWeeksIsGivenUpAndNotKept() {
        BatchId id = office.profiles("email", "{'email':'marker@example.com'},{'email':'ben@example.com'}");
        office.resendAfter(Duration.ofMinutes(5));
        String message = office.queue.remove();
        office.queue.clear();

        office.resendAfter(Duration.ofDays(13));
        assertThat(office.outcomes(id)).containsOnly("waiting");
        office.resendAfter(A_DAY);

        assertThat(office.outcomes(id)).containsOnly("failed");
        assertThat(office.jobs()).doesNotContain("marker");
        assertThat(office.deliver(office.real, message)).isTrue();
        assertThat(office.outcomes(id)).containsOnly("failed");
        assertThat(office.owner("marker@example.com")).isEmpty();
        assertThat(office.store.openBatches()).isEmpty();
    }

    @Test
    void whatARowSaysIsGoneOnceItIsDone() {
        BatchId id = office.profiles(
                "email", "{'email':'marker@example.com','first_name':'Marker'},{'email':'marker','birth_day':40}");
        assertThat(office.jobs()).contains("Marker");

        office.work();

        assertThat(office.outcomes(id)).containsExactly("created", "refused");
        assertThat(office.jobs()).doesNotContainIgnoringCase("marker");
    }

    @Test
    void aMessageWithoutItsBatchIsDone() {
        assertThat(office.deliver(office.real, "{\"batch\":\"" + "0".repeat(32) + "\",\"rows\":[0]}"))
                .isTrue();
    }

    @Test
    void rowsAreUpdatedWhereOneMatchesWhateverItIsMatchedBy() {
        ProfileId ada = member(office, "ada@example.com");

        BatchId byEmail = office.profiles("email", "{'email':'ADA@example.com','mobile_phone':'1','first_name':'Ad'}");
        office.work();
        BatchId byPhone = office.profiles("mobile_phone", "{'mobile_phone':'1','last_name':'Lovelace'}");
        office.work();
        BatchId byId = office.profiles("id", "{'id':'" + ada + "','email':'ada@example.org'}");
        office.work();

        assertThat(List.of(byEmail, byPhone, byId))
                .allSatisfy(id -> assertThat(office.outcomes(id)).containsExactly("updated"));
        assertThat(office.store.get(office.store.profiles().key(ada)).orElseThrow())
                .satisfies(profile -> {
                    assertThat(profile.fullName()).contains("Ad Lovelace");
                    assertThat(profile.email()).contains("ada@example.org");
                    assertThat(profile.mobilePhone()).contains("1");
                });
    }

    @Test
    void whatIsWrongWithARowIsToldWithIt() {
        ProfileId gone = member(office, "gone@example.com");
        var _ = member(office, "ada@example.com");
        office.delete(gone);
        BatchId byId = office.profiles(
                "id",
                "{'id':'" + gone + "','first_name':'G'},{'id':'x','first_name':'X'},{'first_name':'N'},"
                        + "{'id':'7c9e6679-7425-40de-944b-e07fc1f90ae7','email':'ada@example.com'},7,null");
        office.work();

        assertThat(office.outcomes(byId)).hasSize(6).containsOnly("refused");
        assertThat(office.read(byId)
                        .at("/data/results")
                        .valueStream()
                        .map(result -> result.path("errors")
                                .properties()
                                .iterator()
                                .next()
                                .getKey()))
                .containsExactly("id", "id", "id", "email", "row", "row");
    }

    /** Between the read of the address's owner and that of the profile it is deleted, or its address changes hands. */
    @Test
    void aRowWhoseProfileIsJustBeingDeletedCreatesAnother() {
        ProfileId before = member(office, "ada@example.com");
        BatchId id = office.profiles("email", "{'email':'ada@example.com','first_name':'Ada'}");
        DynamoDbClient overtaken = new PassingOn(office.real) {
            private boolean isFirst = true;

            @Override
            public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
                TransactGetItemsResponse response = super.transactGetItems(request);
                if (isFirst) {
                    isFirst = false;
                    office.delete(before);
                }
                return response;
            }
        };

        assertThat(office.deliver(overtaken, office.queue.remove())).isTrue();

        assertThat(office.outcomes(id)).containsExactly("created");
        assertThat(office.owner("ada@example.com")).isPresent().isNotEqualTo(Optional.of(before));
    }

    @Test
    void ofTwoRowsAtOnceOfOneNewPersonOneCreatesAndTheOtherUpdates() {
        BatchId first = office.profiles("email", "{'email':'ada@example.com','first_name':'Ada'}");
        BatchId second = office.profiles("email", "{'email':'ada@example.com','last_name':'Lovelace'}");
        String message = office.queue.remove();
        String other = office.queue.remove();
        DynamoDbClient overtaken = new Overtaken(
                office.real,
                () -> assertThat(office.deliver(office.real, other)).isTrue());

        assertThat(office.deliver(overtaken, message)).isTrue();

        assertThat(office.outcomes(second)).containsExactly("created");
        assertThat(office.outcomes(first)).containsExactly("updated");
        ProfileId ada = office.owner("ada@example.com").orElseThrow();
        assertThat(office.store
                        .get(office.store.profiles().key(ada))
                        .orElseThrow()
                        .fullName())
                .contains("Ada Lovelace");
    }

    /** A new member's id. */
    private static ProfileId member(Office office, String email) {
        BatchId id = office.profiles("email", "{'email':'" + email + "'}");
        office.work();
        office.resendAfter(Duration.ofMinutes(1));
        return ProfileId.of(office.read(id).at("/data/results/0/profile_id").asText());
    }

    private static String rewards(ProfileId profile, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{'profile_id':'" + profile + "','reward_definition_id':1,'timezone':'UTC'}")
                .collect(Collectors.joining(","));
    }
}
