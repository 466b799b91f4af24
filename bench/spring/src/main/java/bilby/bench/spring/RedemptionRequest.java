package bilby.bench.spring;

import bilby.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a request's body asks for. */
record RedemptionRequest(@Nullable BigDecimal amount) {

    Money money() {
        return Money.ofCents(amount == null ? 0 : amount.movePointRight(2).longValueExact());
    }
}
