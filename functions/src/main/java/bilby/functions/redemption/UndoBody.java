package bilby.functions.redemption;

import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.money.Money;
import bilby.redemption.Redemption;
import bilby.redemption.RedemptionType;
import java.util.Optional;

/**
 * What is to be undone of a redemption, as a request says it (docs/api.md §5).
 *
 * @param amount how much; all that is left if empty, as in a reversal always
 */
record UndoBody(Optional<Money> amount, boolean isDryRun, Redemption.Reference reference) {

    static Parsed<UndoBody> parse(Fields fields, RedemptionType type, boolean isDryRun) {
        Optional<Money> amount =
                type == RedemptionType.RETURN ? fields.get("amount").positiveMoney() : Optional.empty();
        Redemption.Reference reference = ReferenceFields.parse(fields);
        return fields.parsed(() -> new UndoBody(amount, isDryRun, reference));
    }
}
