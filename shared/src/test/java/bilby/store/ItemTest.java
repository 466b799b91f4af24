package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ItemTest {

    /** A wallet whose lots were read as none would be written over by its next movement. */
    @Test
    void whatIsNoListIsNotReadAsAnEmptyOne() {
        Item torn = Item.with("lots", "torn");

        assertThatThrownBy(() -> torn.texts("lots"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("an item whose lots is no list");
        assertThat(Item.with("id", 1).put("lots", List.of()).texts("lots")).isEmpty();
    }
}
