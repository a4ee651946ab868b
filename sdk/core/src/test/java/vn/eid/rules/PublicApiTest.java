package vn.eid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * "No is temporary, yes is forever": the public API stands in a file, and a change to it is seen.
 */
class PublicApiTest {
  private static final Path KEPT = Path.of("public-api.txt");
  private static final Path FOUND = Path.of("target", "public-api.txt");

  @Test
  void thePublicApiIsTheOneInTheFile() throws Exception {
    String found =
        ExportedTypes.all().stream().map(PublicApiTest::dump).collect(Collectors.joining("\n"));
    Files.writeString(FOUND, found);
    assertThat(Files.readString(KEPT))
        .as("The public API changed. If that is meant: cp sdk/core/%s sdk/core/%s", FOUND, KEPT)
        .isEqualToNormalizingNewlines(found);
  }

  private static String dump(Class<?> type) {
    TreeSet<String> members =
        Stream.<Member>concat(
                Arrays.stream(type.getDeclaredConstructors()),
                Stream.concat(
                    Arrays.stream(type.getDeclaredMethods()),
                    Arrays.stream(type.getDeclaredFields())))
            .filter(PublicApiTest::isApi)
            .map(member -> "  " + plain(generic(member)))
            .collect(Collectors.toCollection(TreeSet::new));
    return heading(type) + "\n" + members.stream().map(m -> m + "\n").collect(Collectors.joining());
  }

  private static String heading(Class<?> type) {
    String parent = type.getGenericSuperclass() == null ? "" : " extends " + supertype(type);
    String interfaces =
        Arrays.stream(type.getGenericInterfaces())
            .map(i -> plain(i.getTypeName()))
            .sorted()
            .collect(Collectors.joining(", "));
    // Only newer JDKs print the word; the list of permitted types says it anyway.
    return plain(type.toGenericString()).replaceFirst("\\b(non-)?sealed ", "")
        + parent
        + (interfaces.isEmpty() ? "" : " is " + interfaces)
        + permitted(type);
  }

  private static String permitted(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .map(Class::getName)
            .sorted()
            .collect(Collectors.joining(", ", " permits ", ""))
        : "";
  }

  private static String supertype(Class<?> type) {
    return plain(type.getGenericSuperclass().getTypeName());
  }

  /** Public or protected, and not made of types that nobody outside can name. */
  private static boolean isApi(Member member) {
    int modifiers = member.getModifiers();
    boolean visible = Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    boolean internal =
        member instanceof Executable executable
            && Arrays.stream(executable.getParameterTypes())
                .anyMatch(parameter -> parameter.getName().startsWith("vn.eid.internal"));
    return visible && !member.isSynthetic() && !internal;
  }

  private static String generic(Member member) {
    return member instanceof Executable executable
        ? executable.toGenericString()
        : ((java.lang.reflect.Field) member).toGenericString();
  }

  private static String plain(String signature) {
    String text = signature;
    for (String prefix : List.of("java.lang.", "java.util.", "java.time.", "java.net.")) {
      text = text.replaceAll("\\b" + prefix.replace(".", "\\.") + "(?=[A-Z])", "");
    }
    return text;
  }
}
