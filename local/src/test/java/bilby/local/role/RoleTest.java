package bilby.local.role;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.template.Arns;
import bilby.local.template.Statement;
import bilby.local.template.Statement.Effect;
import bilby.local.template.TemplateFunction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleTest {

    private static final String T = Arns.table("T");
    private static final Access GET = new Access("dynamodb:GetItem", T);

    @Test
    void onlyTheActionsAndResourcesOfAStatementAreAllowed() {
        Role role = role(new Statement(Effect.ALLOW, List.of("dynamodb:GetItem"), List.of(T)));

        assertThat(role.allows(GET)).isTrue();
        assertThat(role.allows(new Access("dynamodb:PutItem", T))).isFalse();
        assertThat(role.allows(new Access("dynamodb:GetItem", Arns.table("Ts"))))
                .isFalse();
        assertThat(role.allows(new Access("dynamodb:GetItem", Arns.index("T", "i"))))
                .isFalse();
    }

    @Test
    void wildcardsStandForAnything() {
        Role role = role(new Statement(Effect.ALLOW, List.of("DynamoDB:*Item"), List.of(Arns.index("?", "*"))));

        assertThat(role.allows(new Access("dynamodb:GetItem", Arns.index("T", "i"))))
                .isTrue();
        assertThat(role.allows(new Access("dynamodb:Query", Arns.index("T", "i"))))
                .isFalse();
        assertThat(role.allows(new Access("dynamodb:GetItem", T))).isFalse();
    }

    @Test
    void whatIsDeniedIsNotAllowedByAnything() {
        Statement everything = new Statement(Effect.ALLOW, List.of("*"), List.of("*"));

        assertThat(role(everything).allows(GET)).isTrue();
        assertThat(role(everything, new Statement(Effect.DENY, List.of("dynamodb:Get*"), List.of("*")))
                        .allows(GET))
                .isFalse();
        assertThat(role().allows(GET)).isFalse();
    }

    private static Role role(Statement... statements) {
        return new Role(new TemplateFunction(
                "F",
                "a.B",
                Duration.ofSeconds(1),
                128,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(statements)));
    }
}
