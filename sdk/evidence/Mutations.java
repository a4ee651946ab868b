import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Prints PIT's report as a table and compares its survivors with those that a page explains.
 *
 * <pre>java Mutations.java target/pit-reports/mutations.xml mutations.md</pre>
 *
 * Ends with 1 where a mutant survives that the page does not explain; it prints the row to fill in.
 */
public final class Mutations {
  private static final Pattern ROW = Pattern.compile("\\| `(\\S+)` \\| ([^|]+) \\| [^|]+ \\|");

  public static void main(String[] args) throws Exception {
    List<Element> mutants = read(Path.of(args[0]));
    printTable(mutants);
    Map<String, List<String>> explained = explained(Path.of(args[1]));
    boolean all = true;
    for (var method : survivors(mutants).entrySet()) {
      List<String> left = new ArrayList<>(method.getValue());
      explained.getOrDefault(method.getKey(), List.of()).forEach(left::remove);
      if (!left.isEmpty()) {
        all = false;
        String mutators = String.join(", ", method.getValue());
        System.out.printf("| `%s` | %s | not explained |%n", method.getKey(), mutators);
      }
    }
    System.exit(all ? 0 : 1);
  }

  private static List<Element> read(Path report) throws Exception {
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("mutation");
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static void printTable(List<Element> mutants) {
    System.out.println("| Package | Mutants | Killed | Score |\n|---|---:|---:|---:|");
    Map<String, List<Element>> packages =
        mutants.stream()
            .collect(
                Collectors.groupingBy(
                    mutant -> text(mutant, "mutatedClass").replaceFirst("\\.[^.]+$", ""),
                    TreeMap::new,
                    Collectors.toList()));
    packages.forEach((name, of) -> printRow("`" + name + "`", of));
    printRow("together", mutants);
  }

  private static void printRow(String name, List<Element> mutants) {
    long killed = mutants.stream().filter(mutant -> !isAlive(mutant)).count();
    long score = killed * 1000 / mutants.size();
    System.out.printf(
        "| %s | %d | %d | %d.%d %% |%n", name, mutants.size(), killed, score / 10, score % 10);
  }

  private static Map<String, List<String>> survivors(List<Element> mutants) {
    return mutants.stream()
        .filter(Mutations::isAlive)
        .collect(
            Collectors.groupingBy(
                Mutations::method,
                TreeMap::new,
                Collectors.mapping(
                    mutant -> text(mutant, "mutator").replaceAll(".*\\.|(Vals)?Mutator", ""),
                    Collectors.toList())));
  }

  private static Map<String, List<String>> explained(Path page) throws Exception {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Matcher row : Files.readAllLines(page).stream().map(ROW::matcher).toList()) {
      if (row.matches()) {
        rows.computeIfAbsent(row.group(1), unused -> new ArrayList<>())
            .addAll(List.of(row.group(2).split(", ")));
      }
    }
    return rows;
  }

  /** Without the number that the compiler gives a lambda, which changes with each one before it. */
  private static String method(Element mutant) {
    String method = text(mutant, "mutatedMethod").replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1");
    return text(mutant, "mutatedClass") + "." + method.replace("<init>", "new");
  }

  private static boolean isAlive(Element mutant) {
    return !Boolean.parseBoolean(mutant.getAttribute("detected"));
  }

  private static String text(Element mutant, String tag) {
    return mutant.getElementsByTagName(tag).item(0).getTextContent();
  }
}
