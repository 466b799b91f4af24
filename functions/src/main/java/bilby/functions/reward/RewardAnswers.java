package bilby.functions.reward;

import bilby.functions.http.Answer;
import bilby.wallet.Wallet;

/** The refusals that several reward functions give. */
final class RewardAnswers {

    static final String EXTERNAL_ID_TAKEN = "The external id has already been taken.";

    private RewardAnswers() {}

    static Answer full() {
        return Answer.invalid(
                "profile_id",
                "The profile's wallet is full: it can hold " + Wallet.MOST_UNEXPIRED_LOTS
                        + " unexpired rewards and grants of points.");
    }

    static Answer externalIdTaken() {
        return Answer.invalid("external_id", EXTERNAL_ID_TAKEN);
    }
}
