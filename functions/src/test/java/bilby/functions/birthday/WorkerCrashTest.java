package bilby.functions.birthday;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.birthday.BirthdayOutcome;
import bilby.birthday.PartReport;
import bilby.catalogue.RewardDefinition;
import bilby.store.Cut;
import bilby.store.CutOff;
import bilby.store.Overtaken;
import bilby.store.PassingOn;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

/** Messages that come again, in any order; functions that are cut off anywhere. */
class WorkerCrashTest {

    private static final String DATE = "2025-03-10";
    private static final Instant MIDNIGHT = Instant.parse("2025-03-09T13:00:00Z");

    private final Shop shop = new Shop();
    private List<ProfileId> members = List.of();

    /** Each of the calls that a run makes is the last one that a function makes, before it is carried out or after it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereverAFunctionIsCutOffEachMemberGetsOneAndIsCountedOnce(boolean isCarriedOut) {
        for (int calls = 1; ; calls++) {
            Shop one = new Shop();
            one.definition(1);
            List<ProfileId> born = born(one, 3);
            one.beginAt(MIDNIGHT);
            Cut cut = new Cut(one.real, calls, isCarriedOut);
            CutOff.within(() -> one.plan(cut));
            if (cut.isOver()) {
                one.plan();
            }
            while (!one.queue.isEmpty()) {
                String message = one.queue.remove();
                CutOff.within(() -> one.deliver(cut, message));
                if (cut.isNowOver()) {
                    assertThat(one.deliver(one.real, message)).isTrue();
                }
            }

            int after = calls;
            assertThat(born)
                    .allSatisfy(member -> assertThat(one.rewards(member))
                            .as("cut off at call " + after)
                            .hasSize(1));
            assertThat(one.counts(DATE)).as("cut off at call " + after).isEqualTo(Map.of(BirthdayOutcome.ISSUED, 3L));
            if (!cut.isOver()) {
                return;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void messagesThatComeTwiceAndInAnyOrderIssueOnce(int seed) {
        given(5);
        shop.plan();
        List<String> messages = new ArrayList<>(shop.queue);
        messages.addAll(shop.queue);
        shop.queue.clear();
        Collections.shuffle(messages, new Random(seed));

        messages.forEach(message -> assertThat(shop.deliver(shop.real, message)).isTrue());

        assertEachHasOne(5);
    }

    @Test
    void twoPlannersAtOnceIssueOnce() {
        given(5);
        DynamoDbClient asTheOtherSaves = new Overtaken(shop.real, shop::plan);
        shop.plan(asTheOtherSaves);
        shop.work();

        assertEachHasOne(5);
        assertThat(shop.run(DATE).done()).isEqualTo(shop.run(DATE).planned());
    }

    @Test
    void aPoisonMessageIsTheOnlyOneOfItsBatchThatFails() {
        given(3);
        shop.plan();
        List<String> messages = new ArrayList<>(shop.queue);
        messages.add(1, "{\"celebrated\":\"tomorrow\"}");
        messages.add(2, "poison");

        SQSBatchResponse response = shop.deliver(shop.real, messages, 290_000);

        assertThat(response.getBatchItemFailures())
                .extracting(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .containsExactly("message-1", "message-2");
        assertEachHasOne(3);
    }

    @Test
    void aFunctionTellsItsMetricsOnceForAllItsMessages() {
        given(3);
        shop.plan();
        List<String> messages = List.copyOf(shop.queue);

        var _ = shop.deliver(shop.real, messages, 290_000);
        var _ = shop.deliver(shop.real, List.of("poison"), 290_000);

        assertThat(shop.metrics)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"BirthdaysIssued\":3", "\"BirthdaysSkipped\":0", "\"BirthdaysFailed\":0"));
    }

    @Test
    void aMemberWhoFailsIsLeftToAMessageOfTheirOwnAndCountedOnce() {
        given(4);
        shop.plan();
        ProfileId failing = members.get(1);
        List<String> messages = new ArrayList<>(shop.queue);
        shop.queue.clear();
        DynamoDbClient failingOnce = new PassingOn(shop.real) {
            @Override
            public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
                if (request.toString().contains(failing.toString())) {
                    throw new IllegalStateException("unreadable");
                }
                return super.transactGetItems(request);
            }
        };

        messages.forEach(
                message -> assertThat(shop.deliver(failingOnce, message)).isTrue());

        assertThat(shop.rewards(failing)).isEmpty();
        assertThat(shop.counts(DATE)).isEqualTo(Map.of(BirthdayOutcome.ISSUED, 3L));
        assertThat(shop.queue).singleElement().satisfies(message -> {
            assertThat(shop.deliver(failingOnce, message)).isFalse();
            assertThat(shop.counts(DATE)).isEqualTo(Map.of(BirthdayOutcome.ISSUED, 3L, BirthdayOutcome.FAILED, 1L));
            assertThat(shop.deliver(shop.real, message)).isTrue();
        });
        assertThat(shop.log)
                .anyMatch(line -> line.contains(failing.toString()))
                .noneMatch(line -> line.contains("Jane"));
        shop.queue.clear();
        assertEachHasOne(4);
    }

    @Test
    void whoFailsUntilTheDefinitionIsWithdrawnIsReported() {
        RewardDefinition definition = shop.definition(1);
        members = born(shop, 2);
        shop.beginAt(MIDNIGHT);
        shop.plan();
        List<String> messages = new ArrayList<>(shop.queue);
        shop.queue.clear();
        DynamoDbClient unreadable = new PassingOn(shop.real) {
            @Override
            public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
                throw new IllegalStateException("unreadable");
            }
        };
        messages.forEach(
                message -> assertThat(shop.deliver(unreadable, message)).isTrue());
        var _ = shop.change(definition, definition.window(), false, true);
        shop.work();

        assertThat(shop.counts(DATE)).isEqualTo(Map.of(BirthdayOutcome.WITHDRAWN, 2L));
        assertThat(shop.run(DATE).problems())
                .extracting(PartReport.Problem::profileId)
                .containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void aFunctionWhoseTimeIsNearlyOverSendsTheMessageOn() {
        given(2);
        shop.plan();
        List<String> messages = new ArrayList<>(shop.queue);
        shop.queue.clear();

        assertThat(shop.deliver(shop.real, messages, 20_000).getBatchItemFailures())
                .isEmpty();

        assertThat(shop.queue).containsExactlyElementsOf(messages);
        shop.work();
        assertEachHasOne(2);
    }

    private void given(int count) {
        shop.definition(1);
        members = born(shop, count);
        shop.beginAt(MIDNIGHT);
    }

    private static List<ProfileId> born(Shop shop, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> shop.member("03-10", Optional.of(Shop.MELBOURNE)))
                .toList();
    }

    private void assertEachHasOne(long count) {
        assertThat(members)
                .allSatisfy(member -> assertThat(shop.rewards(member)).hasSize(1));
        assertThat(shop.counts(DATE)).isEqualTo(Map.of(BirthdayOutcome.ISSUED, count));
    }
}
