package bilby.functions.audit;

import bilby.audit.Difference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came of rebuilding a wallet; of a dry run, what would come of it, and how things stand.
 *
 * @param entries how many the ledger has, up to the first that is wrong: the wallet's version from now on
 * @param versionBefore the wallet's version as it was found; none where there was no wallet
 * @param rewrittenRows how many rows were not as the ledger says
 * @param firstDifference the first that is there now
 * @param message why nothing was done, or not all
 */
record RebuildReport(
        long entries,
        Optional<Long> versionBefore,
        long rewrittenRows,
        Optional<Difference> firstDifference,
        Optional<String> message) {

    static RebuildReport refused(String why) {
        return new RebuildReport(0, Optional.empty(), 0, Optional.empty(), Optional.of(why));
    }

    /** What there is none of is left out. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("entries", entries);
        versionBefore.ifPresent(version -> json.put("version_before", version));
        json.put("rewritten_rows", rewrittenRows);
        json.put("consistent", firstDifference.isEmpty() && message.isEmpty());
        firstDifference.ifPresent(difference -> json.put("first_difference", difference.what()));
        message.ifPresent(why -> json.put("message", why));
        return json;
    }
}
