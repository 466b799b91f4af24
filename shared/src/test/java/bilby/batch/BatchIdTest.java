package bilby.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bilby.wallet.Hash;
import org.junit.jupiter.api.Test;

class BatchIdTest {

    private static final Hash KEY = Hash.of("key");
    private static final Hash REQUEST = Hash.of("request");

    @Test
    void theSameRequestUnderTheSameKeyHasTheSameId() {
        assertThat(BatchId.ofRequest(KEY, REQUEST)).isEqualTo(BatchId.ofRequest(KEY, REQUEST));
    }

    @Test
    void anotherKeyOrAnotherRequestHasAnother() {
        assertThat(BatchId.ofRequest(KEY, REQUEST))
                .isNotEqualTo(BatchId.ofRequest(Hash.of("other"), REQUEST))
                .isNotEqualTo(BatchId.ofRequest(KEY, Hash.of("other")));
    }

    @Test
    void whatIsNoIdIsTold() {
        assertThat(BatchId.parse("0123456789abcdef0123456789abcdef")).isPresent();
        assertThat(BatchId.parse("0123456789abcdef0123456789abcdeF")).isEmpty();
        assertThat(BatchId.parse("")).isEmpty();
        assertThatThrownBy(() -> new BatchId("x")).isInstanceOf(IllegalArgumentException.class);
    }
}
