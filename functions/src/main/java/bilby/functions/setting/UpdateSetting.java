package bilby.functions.setting;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.setting.Setting;
import bilby.setting.Settings;
import bilby.store.Plan;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;

/** {@code PUT /settings/{handle}}: sets a setting, in force with the next request. */
public final class UpdateSetting implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public UpdateSetting() {
        this(Environment.ofLambda());
    }

    public UpdateSetting(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.runWithSettings(
                request,
                context,
                List.of(),
                attempt -> Setting.of(request.path("handle"))
                        .<Plan<Answer>>map(setting -> update(request, attempt, setting))
                        .orElseGet(() -> Plan.nothing(Answer.notFound())));
    }

    private <T> Plan<Answer> update(Request request, Attempt attempt, Setting<T> setting) {
        return switch (request.body().then(body -> SettingBody.parse(body, setting))) {
            case Parsed.Invalid<SettingBody<T>>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<SettingBody<T>>(SettingBody<T>(T value)) -> {
                Settings before = attempt.settings();
                yield isFixed(setting, value, before)
                        ? Plan.nothing(Answer.invalid(
                                "value",
                                "The value must stay " + before.text(Setting.CURRENCY)
                                        + ", because something has been issued in it."))
                        : set(attempt, setting, before.with(setting, value, attempt.now()));
            }
        };
    }

    /**
     * Whether it is another currency than the one in which something was issued. What is being issued at this instant is
     * not seen: a condition for that would be an item which all issuing waits for.
     */
    private <T> boolean isFixed(Setting<T> setting, T value, Settings before) {
        return setting.equals(Setting.CURRENCY)
                && !value.equals(before.text(Setting.CURRENCY))
                && endpoint.store().hasIssued();
    }

    private Plan<Answer> set(Attempt attempt, Setting<?> setting, Settings after) {
        return Plan.commit(
                endpoint.store().settings().change(after, attempt.commit()), Answer.ok(SettingJson.of(setting, after)));
    }
}
