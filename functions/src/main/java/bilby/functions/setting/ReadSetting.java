package bilby.functions.setting;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.setting.Setting;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;

/** {@code GET /settings/{handle}}: one setting as it is now. */
public final class ReadSetting implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ReadSetting() {
        this(Environment.ofLambda());
    }

    public ReadSetting(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(
                request,
                context,
                List.of(),
                attempt -> Plan.nothing(Setting.of(request.path("handle"))
                        .map(setting -> Answer.ok(SettingJson.of(setting, attempt.settings())))
                        .orElseGet(Answer::notFound)));
    }
}
