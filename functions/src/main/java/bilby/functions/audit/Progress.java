package bilby.functions.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one run of the walk over all wallets has come to.
 *
 * @param wallets how many it proved
 * @param differences how many of them were not as their ledgers say
 * @param skipped how many moved too fast to be read, or could not be read at all
 * @param expired how many lots' expiry it recorded
 * @param segments of how many segments it looked
 * @param finished of how many of those the walk is over
 * @param mostLots how many open lots the largest wallet has that it looked at
 */
record Progress(long wallets, long differences, long skipped, long expired, int segments, int finished, int mostLots) {

    static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0);
    static final Progress SKIPPED = new Progress(0, 0, 1, 0, 0, 0, 0);

    /** Whether it proved something, and all of that was as it must be. */
    boolean isSound() {
        return wallets > 0 && differences == 0;
    }

    Progress plus(Progress other) {
        return new Progress(
                wallets + other.wallets,
                differences + other.differences,
                skipped + other.skipped,
                expired + other.expired,
                segments + other.segments,
                finished + other.finished,
                Math.max(mostLots, other.mostLots));
    }

    /** The metrics, by their names in CloudWatch. Coverage is in hundredths. */
    Map<String, Long> metrics() {
        Map<String, Long> metrics = new LinkedHashMap<>();
        metrics.put("WalletsVerified", wallets);
        metrics.put("WalletDifferences", differences);
        metrics.put("WalletsSkipped", skipped);
        metrics.put("LotsExpired", expired);
        metrics.put("WalkCoverage", segments == 0 ? 0 : 100L * finished / segments);
        metrics.put("LotsOfTheLargestWallet", (long) mostLots);
        return metrics;
    }
}
