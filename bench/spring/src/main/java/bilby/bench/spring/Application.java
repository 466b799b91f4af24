package bilby.bench.spring;

import bilby.store.Clients;
import bilby.store.Store;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One function, as Spring Cloud Function has it: a bean. The domain and the store are Bilby's own, all else is Spring's. */
@SpringBootApplication
public class Application {

    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    @Bean
    public DynamoDbClient dynamoDbClient() {
        return Clients.fromEnvironment();
    }

    @Bean
    public SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    public Store store(DynamoDbClient client, SecureRandom random) {
        return new Store(client, System.getenv(), random);
    }

    @Bean
    public Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> redeem(RedemptionController controller) {
        return controller::redeem;
    }
}
