package bilby.local.sqs;

import bilby.local.role.Access;
import bilby.local.template.Arns;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;

/** The rights that a call of SQS needs. */
final class QueueAccess {

    private QueueAccess() {}

    /** All that this request needs: IAM knows a batch by the name of the single call. */
    static Stream<Access> neededBy(SdkRequest request) {
        String operation = request.getClass().getSimpleName().replaceAll("(Batch)?Request$", "");
        return Stream.of(
                new Access("sqs:" + operation, queue(request).map(Arns::queue).orElse("*")));
    }

    /** The name of the queue: its URL's last part. */
    private static Optional<String> queue(SdkRequest request) {
        return request.getValueForField("QueueUrl", String.class).map(url -> url.substring(url.lastIndexOf('/') + 1));
    }
}
