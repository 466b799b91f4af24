package bilby.functions.sale;

import bilby.claim.Claim;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.profile.ProfileWithWallet;
import bilby.redemption.Redemption;
import bilby.sale.Sale;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A change of a sale that a request asks for: what the body does not say stays.
 *
 * @param before the sale as it was read
 */
record ChangedSale(Store store, Attempt attempt, Sale before, ObjectNode body) {

    Plan<Answer> update(IfTaken ifTaken) {
        String currency = attempt.settings().currency();
        Fields fields = attempt.fields(Json.overlaid(SaleJson.fields(before, currency), body));
        Optional<ProfileId> named = named(fields);
        Optional<ProfileId> profileId = before.profileId().or(() -> named);
        Optional<ProfileWithWallet> buyer = profileId.flatMap(id -> ProfileWithWallet.read(store, id));
        if (!profileId.equals(named)) {
            fields.refuse("profile_id", "The profile id can not be changed once it is set.");
        } else if (before.profileId().isEmpty()
                && fields.has("profile_id")
                && buyer.filter(found -> Buyer.isNamed(found.profile(), body)).isEmpty()) {
            fields.refuseUnlessRefused("profile_id", "The selected profile id is invalid.");
        }
        Optional<Redemption> paid =
                Payments.read(fields, attempt, store, buyer.map(ProfileWithWallet::id), before.redemptionId());
        Optional<Redemption> freed = before.redemptionId()
                .filter(id -> !paid.map(Redemption::id).equals(Optional.of(id)))
                .flatMap(id -> attempt.read(store.redemptions().key(id)));
        return switch (SaleBody.parse(fields, Optional.of(before))) {
            case Parsed.Invalid<SaleBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<SaleBody>(SaleBody valid) -> {
                Sale after = valid.toSale(
                        before.id(),
                        before.version() + 1,
                        attempt.commit(),
                        profileId,
                        before.earning(),
                        before.createdAt(),
                        SaleCommits.now(attempt, buyer));
                yield new SaleCommits(store, attempt, ifTaken).update(before, after, buyer, freed, paid);
            }
        };
    }

    /** Whom the change names, by a handle where it says so, as when a sale is created. */
    private Optional<ProfileId> named(Fields fields) {
        Optional<Claim> claim = Buyer.claim(body);
        return claim.isPresent()
                ? claim.flatMap(attempt::owner).map(ProfileId::of)
                : fields.get("profile_id").profileId();
    }
}
