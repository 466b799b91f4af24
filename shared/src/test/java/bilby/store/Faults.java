package bilby.store;

import bilby.store.FaultyClient.Fault;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** The ways in which a call to DynamoDB goes wrong. */
final class Faults {

    private Faults() {}

    /** It is carried out, or refused, and nobody hears of it. */
    static <R> Fault<R> answerLost() {
        return real -> {
            carryOut(real);
            throw timeOut();
        };
    }

    /** It never arrives. */
    static <R> Fault<R> requestLost() {
        return real -> {
            throw timeOut();
        };
    }

    /** Something else happens first; then the call goes on as the fault says. */
    static <R> Fault<R> after(Runnable event, Fault<R> then) {
        return real -> {
            event.run();
            return then.call(real);
        };
    }

    /** Something else happens first; then the call succeeds or is refused. */
    static <R> Fault<R> after(Runnable event) {
        return after(event, Supplier::get);
    }

    static <R> Fault<R> inProgress() {
        return real -> {
            throw TransactionInProgressException.builder().statusCode(400).build();
        };
    }

    static <R> Fault<R> throttled() {
        return real -> {
            throw error("ThrottlingException", 400);
        };
    }

    static <R> Fault<R> forbidden() {
        return real -> {
            throw error("AccessDeniedException", 400);
        };
    }

    static <R> Fault<R> serverError() {
        return real -> {
            throw InternalServerErrorException.builder().statusCode(500).build();
        };
    }

    static <R> Fault<R> serverErrorAfterItWasCarriedOut() {
        return real -> {
            carryOut(real);
            throw InternalServerErrorException.builder().statusCode(500).build();
        };
    }

    /** Refused for these reasons, one for each action. */
    static <R> Fault<R> cancelled(String... codes) {
        return real -> {
            throw TransactionCanceledException.builder()
                    .statusCode(400)
                    .cancellationReasons(Stream.of(codes)
                            .map(code -> CancellationReason.builder().code(code).build())
                            .toList())
                    .build();
        };
    }

    private static <R> void carryOut(Supplier<R> real) {
        try {
            var _ = real.get();
        } catch (DynamoDbException e) {
            // A refusal is lost just the same.
        }
    }

    private static SdkClientException timeOut() {
        return SdkClientException.create("the answer did not come in time");
    }

    private static DynamoDbException error(String code, int status) {
        return (DynamoDbException) DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .statusCode(status)
                .build();
    }
}
