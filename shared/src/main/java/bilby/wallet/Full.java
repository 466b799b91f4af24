package bilby.wallet;

/** Why nothing more can be opened in a wallet: it holds {@value Wallet#MOST_UNEXPIRED_LOTS} unexpired lots already. */
public record Full() {}
