package bilby.functions.setting;

import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.setting.Setting;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A setting's new value as a request says it (docs/api.md §8): as a text, or as a number or a boolean where it is one. */
record SettingBody<T>(T value) {

    static <T> Parsed<SettingBody<T>> parse(ObjectNode body, Setting<T> setting) {
        Fields fields = Fields.of(body);
        Optional<T> value = fields.get("value").required().scalar().flatMap(setting.kind()::read);
        if (value.isEmpty()) {
            fields.refuseUnlessRefused("value", "The value " + setting.kind().rule());
        }
        return fields.parsed(() -> new SettingBody<>(value.orElseThrow()));
    }
}
