package bilby.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule of docs/design.md, "The house": dependencies run one way, from each line to those below it. */
class DependencyRuleTest {

    private static final List<List<String>> LINES = List.of(
            List.of("store", "queue"),
            List.of("audit"),
            List.of("report", "batch", "birthday", "redemption", "sale", "point", "reward"),
            List.of("catalogue", "profile", "token", "setting", "claim"),
            List.of("wallet"),
            List.of("money", "time"));

    private static final List<String> USE_THE_SDK = List.of("store", "queue");

    private static final JavaClasses SHARED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("bilby");

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsItselfTheLinesBelowItAndTheJdk(String name) {
        classes()
                .that()
                .resideInAPackage(classesOf(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known(name))
                .allowEmptyShould(true)
                .check(SHARED);
    }

    @Test
    void everyPackageStandsOnALine() {
        classes()
                .should()
                .resideInAnyPackage(
                        packages().map(DependencyRuleTest::classesOf).toArray(String[]::new))
                .check(SHARED);
    }

    @Test
    void nothingKnowsJsonOrHttp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "com.amazonaws..", "java.net..", "com.sun.net..")
                .check(SHARED);
    }

    private static String[] known(String name) {
        int line = lineOf(name);
        Stream<String> below = LINES.subList(line + 1, LINES.size()).stream().flatMap(List::stream);
        Stream<String> bilby = Stream.concat(Stream.of(name), below).map(DependencyRuleTest::classesOf);
        Stream<String> others = USE_THE_SDK.contains(name)
                ? Stream.of("java..", "org.jspecify..", "software.amazon.awssdk..")
                : Stream.of("java..", "org.jspecify..");
        return Stream.concat(bilby, others).toArray(String[]::new);
    }

    private static int lineOf(String name) {
        return LINES.indexOf(
                LINES.stream().filter(line -> line.contains(name)).findFirst().orElseThrow());
    }

    private static String classesOf(String name) {
        return "bilby." + name + "..";
    }

    private static Stream<String> packages() {
        return LINES.stream().flatMap(List::stream);
    }
}
