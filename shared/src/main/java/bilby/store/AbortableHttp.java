package bilby.store;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * HTTP whose calls end in an {@link IOException} also where a time-out of the SDK closes the connection under them. Java's own
 * connection then fails with a {@link NullPointerException}, for it is set to null while another thread writes to it; to the SDK
 * that would be no failure of the call, of which nobody knows what it did, but a fault of ours.
 */
final class AbortableHttp implements SdkHttpClient {

    private final SdkHttpClient http;

    AbortableHttp(SdkHttpClient http) {
        this.http = http;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = http.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                try {
                    return prepared.call();
                } catch (NullPointerException e) {
                    throw new IOException("the connection was closed under the call", e);
                }
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        http.close();
    }
}
