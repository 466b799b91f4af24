package bilby.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** docs/api.md as tests read it: section by section, rule by rule. */
public final class Contract {

    private static final Path PAGE = Path.of("../docs/api.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## ([0-9]+)\\. [^\\n]*\\n(.*?)(?=^## |\\z)");
    private static final Pattern FILTERS = Pattern.compile("([a-z ]+): (`[^;\\n]*)");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private Contract() {}

    /** The rules of each section, by its number: its clauses, which end with a full stop, a semicolon, or their paragraph. */
    static Map<String, List<String>> rules() {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        SECTION.matcher(page())
                .results()
                .forEach(section -> rules.put(
                        section.group(1),
                        paragraphs(section.group(2)).stream()
                                .flatMap(paragraph -> clauses(paragraph).stream())
                                .toList()));
        return rules;
    }

    /** The fields of §10 by the list that can be filtered and sorted by them. */
    public static Map<String, List<String>> filterFields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Matcher section = SECTION.matcher(page());
        while (section.find()) {
            if (section.group(1).equals("10")) {
                FILTERS.matcher(section.group(2))
                        .results()
                        .forEach(list -> fields.put(list.group(1).strip(), names(list)));
            }
        }
        return fields;
    }

    /** What stands in parentheses is about the field before it, and names none. */
    private static List<String> names(MatchResult list) {
        return CODE.matcher(list.group(2).replaceAll("\\([^)]*\\)", ""))
                .results()
                .flatMap(code -> Pattern.compile(",").splitAsStream(code.group(1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** A cell of a table is a paragraph, and so is an item of a list. */
    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.isBlank() || line.startsWith("|") || line.startsWith("- ")) {
                paragraphs.add(open.toString());
                open.setLength(0);
            }
            if (line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| Topic")) {
                paragraphs.add(line.substring(line.indexOf(" | ") + 3, line.lastIndexOf(" |")));
            } else if (!line.startsWith("|")) {
                open.append(open.isEmpty() ? "" : " ").append(line.startsWith("- ") ? line.substring(2) : line);
            }
        }
        paragraphs.add(open.toString());
        return paragraphs.stream().filter(paragraph -> !paragraph.isBlank()).toList();
    }

    /** Full stops and semicolons in parentheses, in braces and in code end nothing. */
    private static List<String> clauses(String paragraph) {
        List<String> clauses = new ArrayList<>();
        int depth = 0;
        boolean code = false;
        int start = 0;
        for (int i = 0; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            code ^= c == '`';
            if (!code) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0
                        && (c == '.' || c == ';')
                        && (i + 1 == paragraph.length() || paragraph.charAt(i + 1) == ' ')) {
                    clauses.add(paragraph.substring(start, i + 1).strip());
                    start = i + 1;
                }
            }
        }
        clauses.add(paragraph.substring(start).strip());
        return clauses.stream().filter(clause -> !clause.isEmpty()).toList();
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
