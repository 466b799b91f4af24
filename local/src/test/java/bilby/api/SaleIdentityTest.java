package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A sale whose {@code profile_id_handle} names an identity's handle (docs/api.md §7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaleIdentityTest {

    private static final String HANDLE = "sh#op";
    private static final String IDENTIFIER = "C#42";
    private static final String NAMED = ",'profile_id_handle':'sh#op','profile_id':'C#42'";

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Api api = Api.of(server);
    private final String profile = api.post(
                    "/profiles", "{'identities':[{'handle':'" + HANDLE + "','identifier':'" + IDENTIFIER + "'}]}")
            .data()
            .get("id")
            .asText();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theIdentityNamesTheProfile() {
        assertThat(api.sale(NAMED).data().get("profile_id").asText()).isEqualTo(profile);
        JsonNode anonymous = api.sale("").data();
        assertThat(api.put("/transactions/" + anonymous.get("id"), "{" + NAMED.substring(1) + "}")
                        .data()
                        .at("/profile/id")
                        .asText())
                .isEqualTo(profile);
        String externalId = ",'external_id':'" + Api.unique() + "'";
        assertThat(api.post("/transactions/update-create", Api.saleBody(NAMED + externalId))
                        .status())
                .isEqualTo(201);
        assertThat(api.post("/transactions/update-create", Api.saleBody(NAMED + externalId))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anIdentityThatNobodyHasIsRefused() {
        assertThat(api.sale(",'profile_id_handle':'shop','profile_id':'C#42'").errors())
                .containsExactly("profile_id");
        assertThat(api.sale(",'profile_id_handle':'sh','profile_id':'op#C#42'").errors())
                .containsExactly("profile_id");
        assertThat(api.sale(",'profile_id_handle':'sh#op','profile_id':'" + profile + "'")
                        .errors())
                .containsExactly("profile_id");
    }
}
