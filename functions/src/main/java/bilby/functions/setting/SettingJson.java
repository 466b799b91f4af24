package bilby.functions.setting;

import bilby.functions.http.Json;
import bilby.setting.Setting;
import bilby.setting.Settings;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A setting as the API shows it (docs/api.md §8): its times are null where it was never set. */
final class SettingJson {

    private SettingJson() {}

    static ObjectNode of(Setting<?> setting, Settings settings) {
        ObjectNode json = Json.object();
        json.put("id", setting.id());
        json.put("handle", setting.handle());
        json.put("value", settings.text(setting));
        json.put("type", setting.kind().type());
        json.set("created_at", Json.time(settings.value(setting).map(Settings.Value::createdAt)));
        json.set("updated_at", Json.time(settings.value(setting).map(Settings.Value::updatedAt)));
        return json;
    }
}
