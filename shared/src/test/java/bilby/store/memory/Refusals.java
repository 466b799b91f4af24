package bilby.store.memory;

import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What DynamoDB answers to what it does not do. */
final class Refusals {

    private static final int BAD_REQUEST = 400;

    private Refusals() {}

    static DynamoDbException invalid(String why) {
        return (DynamoDbException) DynamoDbException.builder()
                .awsErrorDetails(details("ValidationException", why))
                .message(why)
                .statusCode(BAD_REQUEST)
                .build();
    }

    static ResourceNotFoundException noTable(String name) {
        String why = "Requested resource not found: table " + name;
        return ResourceNotFoundException.builder()
                .awsErrorDetails(details("ResourceNotFoundException", why))
                .message(why)
                .statusCode(BAD_REQUEST)
                .build();
    }

    static ResourceInUseException tableThere(String name) {
        String why = "Table already exists: " + name;
        return ResourceInUseException.builder()
                .awsErrorDetails(details("ResourceInUseException", why))
                .message(why)
                .statusCode(BAD_REQUEST)
                .build();
    }

    /** With a reason for each action, in their order. */
    static TransactionCanceledException cancelled(List<CancellationReason> reasons) {
        String why = "Transaction cancelled, please refer cancellation reasons for specific reasons "
                + reasons.stream().map(CancellationReason::code).toList();
        return TransactionCanceledException.builder()
                .awsErrorDetails(details("TransactionCanceledException", why))
                .message(why)
                .statusCode(BAD_REQUEST)
                .cancellationReasons(reasons)
                .build();
    }

    private static AwsErrorDetails details(String code, String why) {
        return AwsErrorDetails.builder()
                .serviceName("DynamoDB")
                .errorCode(code)
                .errorMessage(why)
                .build();
    }
}
