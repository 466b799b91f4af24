package bilby.functions.reward;

import bilby.functions.http.Answer;
import bilby.wallet.Wallet;

/** The refusals that the functions of rewards and of points give alike. */
public final class LotAnswers {

    public static final String EXTERNAL_ID_TAKEN = "The external id has already been taken.";

    private LotAnswers() {}

    public static Answer full() {
        return Answer.invalid(
                "profile_id",
                "The profile's wallet is full: it can hold " + Wallet.MOST_UNEXPIRED_LOTS
                        + " unexpired rewards and grants of points.");
    }

    public static Answer externalIdTaken() {
        return Answer.invalid("external_id", EXTERNAL_ID_TAKEN);
    }
}
