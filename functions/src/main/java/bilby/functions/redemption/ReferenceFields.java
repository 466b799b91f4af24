package bilby.functions.redemption;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.redemption.Redemption;

/** What a till says of the sale, kept as sent. */
final class ReferenceFields {

    private ReferenceFields() {}

    static Redemption.Reference parse(Fields fields) {
        return new Redemption.Reference(
                fields.get("location_id").reference(),
                fields.get("transaction_external_id").reference(),
                fields.get("transaction_receipt_ref").reference(),
                fields.get("meta").objectOrArray(Field.LARGEST_META).map(Json::text));
    }
}
