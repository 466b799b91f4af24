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
    void noTwoIdentitiesHaveTheSameName() {
        assertThat(Claim.identity("a", "b#c")).isNotEqualTo(Claim.identity("a#b", "c"));
        assertThat(Claim.identity("a#b", "c")).isNotEqualTo(Claim.identity("a%23b", "c"));
        assertThat(Claim.identity("a", "B")).isNotEqualTo(Claim.identity("a", "b"));
    }

    @Test
    void theNamesAreTheseForEver() {
        assertThat(Claim.handle("reward", "Gold").name()).isEqualTo("handle#reward#Gold");
        assertThat(Claim.email("Kim@Example.com").name()).isEqualTo("email#kim@example.com");
        assertThat(Claim.phone("+61 400").name()).isEqualTo("phone#+61 400");
        assertThat(Claim.external("transaction", "A-1").name()).isEqualTo("external#transaction#A-1");
        assertThat(Claim.identity("sh#p%", "C#1").name()).isEqualTo("identity#sh%23p%25#C#1");
    }
}
