package bilby.local.role;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Refuses a function's calls that its role does not allow, as IAM would: the services here know no roles. */
public final class RoleCheck implements ExecutionInterceptor {

    private final Role role;
    private final Function<SdkRequest, Stream<Access>> needs;
    private final Supplier<AwsServiceException.Builder> refusal;

    /**
     * @param needs all the rights that a call needs
     * @param refusal begins an exception of the service's own type
     */
    public RoleCheck(
            Role role, Function<SdkRequest, Stream<Access>> needs, Supplier<AwsServiceException.Builder> refusal) {
        this.role = role;
        this.needs = needs;
        this.refusal = refusal;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        needs.apply(context.request())
                .filter(access -> !role.allows(access))
                .findFirst()
                .ifPresent(access -> {
                    throw denied(access);
                });
    }

    private AwsServiceException denied(Access access) {
        String message = "The role of %s is not authorized to perform: %s on resource: %s"
                .formatted(role.function(), access.action(), access.resource());
        // The function may keep the reason to itself; whoever writes the template needs it.
        System.err.println(message);
        return refusal.get()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDeniedException")
                        .errorMessage(message)
                        .build())
                .build();
    }
}
