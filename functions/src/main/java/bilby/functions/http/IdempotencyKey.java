package bilby.functions.http;

import bilby.claim.Claim;
import bilby.claim.KeptAnswer;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.store.Write;
import bilby.wallet.Hash;
import bilby.wallet.Wallet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The idempotency key of a request (docs/api.md §9). Its claim, with the request's fingerprint and its answer, is one more
 * item of the commit that the request makes: so there is no moment at which something has moved and the key is not known.
 *
 * @param hash of the key and of the token that it was sent with: keys are per token
 */
record IdempotencyKey(Hash hash, Hash fingerprint) {

    private static final String FIELD = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /** The request's key; empty if it has none, or is one that takes none. */
    static Parsed<Optional<IdempotencyKey>> of(Request request, String tokenId) {
        Optional<String> key = request.header("idempotency-key").filter(sent -> request.takesKey());
        if (key.filter(sent -> sent.contains(",")).isPresent()) {
            return new Parsed.Invalid<>(Answer.invalid(
                    FIELD, "The Idempotency-Key may not contain a comma, because two keys are joined by one."));
        }
        if (key.filter(sent -> !KEY.matcher(sent).matches()).isPresent()) {
            return new Parsed.Invalid<>(
                    Answer.invalid(FIELD, "The Idempotency-Key must have 1 to 255 printable ASCII characters."));
        }
        return new Parsed.Valid<>(
                key.map(sent -> new IdempotencyKey(Hash.of(tokenId + "\n" + sent), request.fingerprint())));
    }

    /**
     * The plan with the key: a commit keeps its answer, and a refusal may be the doing of this very request. What was seen
     * of that commit may be all but its claim so far, and so the claim is read settled.
     */
    Plan<Answer> applied(Plan<Answer> plan, Store store) {
        return switch (plan) {
            case Plan.Commit<Answer> commit -> kept(commit, store);
            case Plan.Nothing<Answer>(Answer refusal) -> {
                Key<KeptAnswer> claim = kept(store);
                yield Plan.nothing(store.readSettled(List.of(claim))
                        .get(claim)
                        .map(kept -> replayed(kept, store))
                        .orElse(refusal));
            }
        };
    }

    /** Where the answer stands that the key was first given. */
    Key<KeptAnswer> kept(Store store) {
        return store.claims().kept(claim());
    }

    private Plan<Answer> kept(Plan.Commit<Answer> commit, Store store) {
        Answer answer = commit.answer();
        Optional<Write> keep = store.claims()
                .keep(
                        claim(),
                        new KeptAnswer(
                                fingerprint,
                                commit.profileId(),
                                commit.filedUnder(),
                                answer.status(),
                                answer.body().map(Json::text)));
        return keep.<Plan<Answer>>map(write -> commit.keeping(write, kept -> replayed(kept, store)))
                .orElseGet(() -> Plan.nothing(
                        Answer.invalid(FIELD, "The answer would be too long to be kept under an Idempotency-Key.")));
    }

    /** Whose the answer is, is looked at for the key's own request only: another's function may not be let to the wallets. */
    private Answer replayed(KeptAnswer kept, Store store) {
        if (kept.isErased()) {
            return Answer.notFound();
        }
        if (!kept.fingerprint().equals(fingerprint)) {
            return Answer.invalid(FIELD, "The Idempotency-Key has been used for another request.");
        }
        return isAboutDeleted(kept, store) ? Answer.notFound() : Answer.replayed(kept.status(), kept.body());
    }

    private static boolean isAboutDeleted(KeptAnswer kept, Store store) {
        return kept.profileId()
                .map(id -> store.get(store.wallets().key(id))
                        .filter(Wallet::isOpen)
                        .isEmpty())
                .orElse(false);
    }

    private Claim claim() {
        return Claim.idempotency(hash);
    }
}
