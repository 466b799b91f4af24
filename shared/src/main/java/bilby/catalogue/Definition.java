package bilby.catalogue;

import bilby.wallet.DefinitionRef;

/** What something is issued by. What was issued keeps to the version that it was issued by. */
public sealed interface Definition permits RewardDefinition, PointDefinition {

    /** 1, 2, 3… in the order of creation, each kind by itself. */
    long id();

    /** 1, 2, 3… with each change. */
    long version();

    default DefinitionRef ref() {
        return new DefinitionRef(id(), version());
    }
}
