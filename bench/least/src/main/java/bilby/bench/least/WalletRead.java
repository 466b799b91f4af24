package bilby.bench.least;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One read of DynamoDB: the wallet of the path's profile, of which the version is told. */
final class WalletRead {

    private final String table = System.getenv("WALLETS_TABLE");
    private final DynamoDbClient client;

    WalletRead(SdkHttpClient.Builder<?> http) {
        client = DynamoDbClient.builder().httpClientBuilder(http).build();
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        AttributeValue profile = AttributeValue.fromS(event.getPathParameters().get("profile"));
        Map<String, AttributeValue> wallet = client.getItem(
                        get -> get.tableName(table).key(Map.of("profile_id", profile)))
                .item();
        return answer("{\"version\":"
                + wallet.getOrDefault("version", AttributeValue.fromN("0")).n() + "}");
    }

    static APIGatewayV2HTTPResponse answer(String json) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("content-type", "application/json"))
                .withBody(json)
                .build();
    }
}
