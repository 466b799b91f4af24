package bilby.docs;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.packaged.FunctionsZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/package.md says is in the zip is in it, and nothing else. */
@Tag("packaged")
class PackageTest {

    private static final int MOST_BYTES = 12_000_000;

    private static List<ZipEntry> files() throws IOException {
        try (ZipFile zip = new ZipFile(FunctionsZip.BUILT.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .<ZipEntry>map(entry -> entry)
                    .toList();
        }
    }

    @Test
    void thePageListsEveryJarWithItsSize() throws IOException {
        List<String> rows = files().stream()
                .filter(file -> file.getName().startsWith("lib/"))
                .sorted((one, other) -> Long.compare(other.getSize(), one.getSize()))
                .map(file -> "| " + file.getName().substring("lib/".length()) + " | "
                        + Math.ceilDiv(file.getSize(), 1_000) + " |")
                .toList();

        List<String> listed = Files.readAllLines(Path.of("../docs/package.md")).stream()
                .filter(line -> line.contains(".jar | "))
                .toList();
        assertThat(listed)
                .as("the table should be\n%s", String.join("\n", rows))
                .isEqualTo(rows);
    }

    @Test
    void whatIsNoJarIsBilbysOwn() throws IOException {
        assertThat(files())
                .extracting(ZipEntry::getName)
                .filteredOn(name -> !name.startsWith("lib/"))
                .allMatch(name -> name.equals("routes") || name.matches("bilby/[a-z/]+/[A-Za-z$0-9-]+\\.class"))
                .noneMatch(name -> name.startsWith("bilby/local/") || name.contains("Test"));
    }

    @Test
    void itIsNoLargerThanColdStartsCanBear() throws IOException {
        assertThat(Files.size(FunctionsZip.BUILT)).isLessThanOrEqualTo(MOST_BYTES);
    }
}
