package bilby.functions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("bilby.functions");

    @Test
    void functionsReachDynamoDbThroughTheStoreOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(CLASSES);
    }

    @Test
    void whatEveryFunctionNeedsKnowsNoResource() {
        noClasses()
                .that()
                .resideInAnyPackage("bilby.functions.http..", "bilby.functions.list..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "bilby.functions.catalogue..",
                        "bilby.functions.reward..",
                        "bilby.functions.point..",
                        "bilby.functions.redemption..",
                        "bilby.functions.sale..",
                        "bilby.functions.profile..",
                        "bilby.functions.token..",
                        "bilby.functions.balance..",
                        "bilby.functions.setting..",
                        "bilby.functions.ledger..",
                        "bilby.functions.expiry..",
                        "bilby.functions.audit..",
                        "bilby.functions.routing..")
                .check(CLASSES);
    }

    @Test
    void packagesDependOneWay() {
        slices().matching("bilby.functions.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
