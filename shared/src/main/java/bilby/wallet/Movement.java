package bilby.wallet;

/** One change of what a member owns: its ledger entry, and the wallet after it. */
public record Movement(Entry entry, Wallet wallet) {}
