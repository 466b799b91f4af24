package bilby.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimTest {

    @Test
    void anEmailAddressIsTheSameWhateverItsCase() {
        assertThat(Claim.email("Kim@Example.COM")).isEqualTo(Claim.email("kim@example.com"));
    }

    @Test
    void theSameTextIsAnotherValueInAnotherKind() {
        assertThat(Claim.handle("reward", "gold")).isNotEqualTo(Claim.handle("point", "gold"));
        assertThat(Claim.external("reward", "17")).isNotEqualTo(Claim.external("transaction", "17"));
        assertThat(Claim.phone("17")).isNotEqualTo(Claim.email("17"));
    }

    @Test
    void theNamesAreTheseForEver() {
        assertThat(Claim.handle("reward", "Gold").name()).isEqualTo("handle#reward#Gold");
        assertThat(Claim.email("Kim@Example.com").name()).isEqualTo("email#kim@example.com");
        assertThat(Claim.phone("+61 400").name()).isEqualTo("phone#+61 400");
        assertThat(Claim.external("transaction", "A-1").name()).isEqualTo("external#transaction#A-1");
    }
}
