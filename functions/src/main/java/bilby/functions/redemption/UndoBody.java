package bilby.functions.redemption;

import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.money.Money;
import bilby.redemption.Redemption;
import bilby.setting.Settings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What is to be undone of a redemption, as a request says it (docs/api.md §5).
 *
 * @param amount how much; all that is left if empty
 */
record UndoBody(Optional<Money> amount, boolean isDryRun, Redemption.Reference reference) {

    static Parsed<UndoBody> parse(ObjectNode body, boolean isDryRun, Settings settings) {
        Fields fields = Fields.of(body);
        Optional<Money> amount = fields.get("amount").positiveMoney();
        fields.get("currency").currency(settings.currency());
        Redemption.Reference reference = ReferenceFields.parse(fields);
        return fields.parsed(() -> new UndoBody(amount, isDryRun, reference));
    }
}
