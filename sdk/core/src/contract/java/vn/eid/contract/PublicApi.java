package vn.eid.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * "No is temporary, yes is forever": what a module offers stands in its {@code public-api.txt}, and
 * a change to it is seen.
 */
public final class PublicApi {
  private static final Path KEPT = Path.of("public-api.txt");
  private static final Path FOUND = Path.of("target", "public-api.txt");

  private PublicApi() {}

  /** Holds the module whose class this is, and in whose folder the tests run, to the file. */
  public static void isTheOneInTheFile(Class<?> oneOfTheModule) throws IOException {
    isTheOneInTheFile(typesBeside(oneOfTheModule));
  }

  /** The same of these types. */
  public static void isTheOneInTheFile(List<Class<?>> types) throws IOException {
    String found = types.stream().map(PublicApi::dump).collect(Collectors.joining("\n"));
    Files.writeString(FOUND, found);
    assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
        .as(
            "The public API changed. If that is meant: cp %s %s",
            FOUND.toAbsolutePath(), KEPT.toAbsolutePath())
        .isEqualToNormalizingNewlines(found);
  }

  /** All public types that were compiled with this one, found in its folder. */
  public static List<Class<?>> typesBeside(Class<?> one) throws IOException {
    Path classes = folder(one);
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.replaceAll("\\.class$", "").replaceAll("[/\\\\]", "."))
          .sorted()
          .<Class<?>>flatMap(name -> load(name, one.getClassLoader()))
          .filter(PublicApi::isNameable)
          .toList();
    }
  }

  private static Path folder(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Where the module's optional libraries are not all there, some of its insides do not load. */
  private static Stream<Class<?>> load(String name, ClassLoader loader) {
    try {
      return Stream.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    } catch (NoClassDefFoundError e) {
      return Stream.empty();
    }
  }

  private static boolean isNameable(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (around == null || isNameable(around));
  }

  private static String dump(Class<?> type) {
    TreeSet<String> members =
        Stream.<Member>concat(
                Arrays.stream(type.getDeclaredConstructors()),
                Stream.concat(
                    Arrays.stream(type.getDeclaredMethods()),
                    Arrays.stream(type.getDeclaredFields())))
            .filter(PublicApi::isApi)
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
        : ((Field) member).toGenericString();
  }

  private static String plain(String signature) {
    return signature.replaceAll("\\bjava\\.(lang|util|time|net)\\.(?=[A-Z])", "");
  }
}
