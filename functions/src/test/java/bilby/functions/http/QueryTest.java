package bilby.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    void onlyOneAndTrueSayYes() {
        assertThat(Query.parse("force=1").isSet("force")).isTrue();
        assertThat(Query.parse("force=true").isSet("force")).isTrue();
        assertThat(Query.parse("force=0").isSet("force")).isFalse();
        assertThat(Query.parse("force").isSet("force")).isFalse();
    }
}
