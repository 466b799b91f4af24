package bilby.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    @Test
    void bracketsMayBeEncodedAndAPlusIsASpace() {
        Query query = Query.parse("filter%5Bname%5D=a+b&page[size]=2");
        assertThat(query.get("filter[name]")).contains("a b");
        assertThat(query.get("page[size]")).contains("2");
    }

    @Test
    void whatIsNotWellEncodedIsTakenAsItStands() {
        assertThat(Query.parse("a=%zz&b=%").get("a")).contains("%zz");
    }

    @Test
    void aParameterWithoutAValueIsEmptyAndOneThatIsNotThereIsNot() {
        assertThat(Query.parse("force").get("force")).contains("");
        assertThat(Query.parse("").get("force")).isEmpty();
    }

    @Test
    void aFlagSaysYesOrNo() {
        assertThat(Query.parse("force=1").flag("force")).isEqualTo(new Parsed.Valid<>(true));
        assertThat(Query.parse("force=true").flag("force")).isEqualTo(new Parsed.Valid<>(true));
        assertThat(Query.parse("force=0").flag("force")).isEqualTo(new Parsed.Valid<>(false));
        assertThat(Query.parse("").flag("force")).isEqualTo(new Parsed.Valid<>(false));
    }

    @Test
    void aFlagThatSaysNeitherIsRefused() {
        assertThat(Query.parse("force").flag("force")).isInstanceOf(Parsed.Invalid.class);
        assertThat(Query.parse("force=yes").flag("force")).isInstanceOf(Parsed.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"force[]=1", "force%5B%5D=0", "force[0]=1", "force=1&force=0", "force=1&force=1"})
    void aFlagThatIsGivenTwiceOrAsAListIsRefused(String query) {
        assertThat(Query.parse(query).flag("force")).isInstanceOf(Parsed.Invalid.class);
        assertThat(Query.parse(query).flag("forced")).isEqualTo(new Parsed.Valid<>(false));
    }
}
