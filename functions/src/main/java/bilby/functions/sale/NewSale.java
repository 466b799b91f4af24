package bilby.functions.sale;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.functions.profile.ProfileWithWallet;
import bilby.redemption.Redemption;
import bilby.sale.Earning;
import bilby.sale.Sale;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sale that a request asks to be recorded. */
record NewSale(Store store, Request request, Attempt attempt, ObjectNode body) {

    /** What to read first, together with the token. */
    static List<Key<?>> first(Store store, Request request, ObjectNode body) {
        List<Key<?>> keys = new ArrayList<>(Buyer.first(store, request, body));
        keys.add(BuyersMoves.definition(store));
        externalId(body).map(id -> owner(store, id)).ifPresent(keys::add);
        return keys;
    }

    /** The id that the till gave it. */
    static Optional<String> externalId(ObjectNode body) {
        return Fields.of(body).get("external_id").reference();
    }

    /** Where it stands whose sale's such an id is. */
    static Key<String> owner(Store store, String externalId) {
        return store.claims().owner(SaleCommits.claim(externalId));
    }

    Plan<Answer> create(IfTaken ifTaken) {
        Optional<ProfileWithWallet> buyer = Buyer.find(store, request, body, attempt);
        if (request.isWithinProfile() && buyer.isEmpty()) {
            return Plan.nothing(Answer.notFound());
        }
        Fields fields = attempt.fields(body);
        if (ifTaken == IfTaken.LOOK_AGAIN) {
            // It names no sale. What could name none is wrong.
            fields.get("id").id();
        }
        if (fields.has("profile_id") && buyer.isEmpty()) {
            fields.refuse("profile_id", "The selected profile id is invalid.");
        }
        if (ifTaken == IfTaken.REFUSE
                && externalId(body).flatMap(id -> attempt.get(owner(store, id))).isPresent()) {
            fields.refuse("external_id", SaleCommits.taken());
        }
        Optional<Redemption> paid =
                Payments.read(fields, attempt, store, buyer.map(ProfileWithWallet::id), Optional.empty());
        return switch (SaleBody.parse(fields, Optional.empty())) {
            case Parsed.Invalid<SaleBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<SaleBody>(SaleBody valid) -> {
                Sale sale = valid.toSale(
                        attempt.newId(),
                        1,
                        attempt.commit(),
                        buyer.map(ProfileWithWallet::id),
                        Earning.at(attempt.settings().earnRate()),
                        SaleCommits.now(attempt, buyer),
                        SaleCommits.now(attempt, buyer));
                yield new SaleCommits(store, attempt, ifTaken).create(sale, buyer, paid);
            }
        };
    }
}
