package bilby.local.dynamodb;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Refuses a function's calls that its role does not allow, as IAM would: DynamoDB Local knows no roles. */
final class RoleCheck implements ExecutionInterceptor {

    private final Role role;

    RoleCheck(Role role) {
        this.role = role;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        Access.neededBy(context.request())
                .filter(access -> !role.allows(access))
                .findFirst()
                .ifPresent(access -> {
                    throw denied(access);
                });
    }

    private DynamoDbException denied(Access access) {
        String message = "The role of %s is not authorized to perform: %s on resource: %s"
                .formatted(role.function(), access.action(), access.resource());
        // The function may keep the reason to itself; whoever writes the template needs it.
        System.err.println(message);
        return (DynamoDbException) DynamoDbException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("DynamoDb")
                        .errorCode("AccessDeniedException")
                        .errorMessage(message)
                        .build())
                .build();
    }
}
