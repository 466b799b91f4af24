package bilby.functions.reward;

import bilby.catalogue.RewardDefinition;
import bilby.reward.Reward;
import bilby.wallet.Wallet;

/**
 * A reward with the wallet that says what is left of it.
 *
 * @param definition as it stood when the reward was issued
 */
public record StandingReward(Reward reward, Wallet wallet, RewardDefinition definition) {}
