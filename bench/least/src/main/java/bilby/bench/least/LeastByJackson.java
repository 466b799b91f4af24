package bilby.bench.least;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** {@link Least}, but reads the event and writes the answer by Jackson itself, not by Lambda's serialisation. */
public final class LeastByJackson implements RequestStreamHandler {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final WalletRead read = new WalletRead(UrlConnectionHttpClient.builder());

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        JSON.writeValue(answer, read.answer(JSON.readValue(event, APIGatewayV2HTTPEvent.class)));
    }
}
