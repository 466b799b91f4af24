package bilby.store;

import static bilby.store.Plain.number;
import static bilby.store.Plain.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Conditions on an item of version 10, open, whose holder is Bo and who has no email. */
@OnEachDynamo
class ConditionContractTest {

    private static final Map<String, AttributeValue> ITEM = Map.of(
            "claim", text("a"),
            "version", number("10.0"),
            "open", AttributeValue.fromBool(true),
            "holder", text("Bo"));
    private static final Map<String, AttributeValue> VALUES = Map.of(
            ":9", number(9),
            ":10", number("1.0E1"),
            ":11", number(11),
            ":text10", text("10"),
            ":true", AttributeValue.fromBool(true),
            ":false", AttributeValue.fromBool(false),
            ":A", text("A"),
            ":Bo", text("Bo"),
            ":C", text("C"));

    private final Plain plain;

    ConditionContractTest(Dynamo dynamo) {
        plain = new Plain(dynamo);
        plain.commit(Plain.put(plain.claims, ITEM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute_exists(#version)",
                "attribute_not_exists(#email)",
                "attribute_not_exists( #email ) and #open = :true",
                "#version = :10",
                ":10 = #version",
                "#version <> :9",
                "#version <> :text10",
                "#version > :9 AND #version < :11",
                "#version >= :10 and #version <= :10",
                "#version BETWEEN :9 AND :10 AND #open = :true",
                "#open <> :false",
                "#holder > :A and #holder < :C",
                "#email <> :Bo",
                "NOT #email = :Bo",
                "not attribute_exists(#email)",
                "#version = :9 or #open = :true",
                "#open = :true or #version = :9 and #open = :false",
                "NOT #version = :9 AND #open = :true",
                "(#version = :9 or #open = :true) and (#holder = :Bo)",
                "#version = :10 and #open = :true and #holder = :Bo",
                "#version = :9 or #open = :false or #holder = :Bo",
            })
    void holds(String condition) {
        assertThat(isHeld(condition)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute_not_exists(#version)",
                "attribute_exists(#email)",
                "#version = :9",
                "#version = :text10",
                "#version < :10",
                "#version > :10",
                "#version > :text10",
                "#version < :text10",
                "#version BETWEEN :11 AND :11",
                "#email = :Bo",
                "#email < :Bo",
                "#email >= :Bo",
                "NOT attribute_exists(#version)",
                "(#open = :true or #version = :9) and #open = :false",
                "NOT (#version = :10 or #open = :false)",
            })
    void doesNotHold(String condition) {
        assertThat(isHeld(condition)).isFalse();
    }

    @Test
    void ofAnItemThatIsNotThereOnlyWhatIsSaidOfTheAbsentHolds() {
        assertThat(isHeldOf("nobody", "attribute_not_exists(#version)")).isTrue();
        assertThat(isHeldOf("nobody", "#version <> :9")).isTrue();
        assertThat(isHeldOf("nobody", "#version = :9")).isFalse();
        assertThat(isHeldOf("nobody", "#version >= :9")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#version = ",
                "(#version = :9",
                "#version = :9)",
                "#version == :9",
                "#version :9",
                "#version = :9 xor #open = :true",
                "is_set(#version)",
                "attribute_exists(:9)",
                "#version between :9",
            })
    void whatIsNoConditionNeverPasses(String condition) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> plain.commit(check("a", condition, placeholders(condition))))
                .isNotInstanceOf(TransactionCanceledException.class);
    }

    @Test
    void aPlaceholderThatIsNotUsedOrStandsForNothingIsRefused() {
        assertInvalid(check("a", "#version = :10", VALUES));
        assertInvalid(check("a", "#version = :10", Map.of()));
    }

    private void assertInvalid(TransactWriteItem write) {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> plain.commit(write))
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
    }

    private boolean isHeld(String condition) {
        return isHeldOf("a", condition);
    }

    private boolean isHeldOf(String claim, String condition) {
        try {
            plain.commit(check(claim, condition, placeholders(condition)));
            return true;
        } catch (TransactionCanceledException e) {
            assertThat(e.cancellationReasons().getFirst().code()).isEqualTo("ConditionalCheckFailed");
            return false;
        }
    }

    private TransactWriteItem check(String claim, String condition, Map<String, AttributeValue> values) {
        Map<String, String> names = new HashMap<>();
        for (String name : new String[] {"version", "open", "holder", "email"}) {
            if (condition.contains("#" + name)) {
                names.put("#" + name, name);
            }
        }
        ConditionCheck.Builder check = ConditionCheck.builder()
                .tableName(plain.claims)
                .key(Plain.claim(claim))
                .conditionExpression(condition)
                .expressionAttributeNames(names);
        if (!values.isEmpty()) {
            check.expressionAttributeValues(values);
        }
        return TransactWriteItem.builder().conditionCheck(check.build()).build();
    }

    private static Map<String, AttributeValue> placeholders(String condition) {
        Map<String, AttributeValue> values = new HashMap<>(VALUES);
        values.keySet().removeIf(placeholder -> !condition.contains(placeholder));
        return values;
    }
}
