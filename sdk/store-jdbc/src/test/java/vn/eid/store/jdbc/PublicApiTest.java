package vn.eid.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public API stands in a file, as that of the SDK does, and a change to it is seen. */
class PublicApiTest {
  private static final Path KEPT = Path.of("public-api.txt");
  private static final Path FOUND = Path.of("target", "public-api.txt");

  @Test
  void thePublicApiIsTheOneInTheFile() throws Exception {
    String found =
        publicTypes().stream().map(PublicApiTest::dump).collect(Collectors.joining("\n"));
    Files.writeString(FOUND, found);
    assertThat(Files.readString(KEPT))
        .as(
            "The public API changed. If that is meant: cp sdk/store-jdbc/%s sdk/store-jdbc/%s",
            FOUND, KEPT)
        .isEqualToNormalizingNewlines(found);
  }

  private static List<? extends Class<?>> publicTypes() throws Exception {
    URI classes = JdbcStore.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    try (Stream<Path> files = Files.list(Path.of(classes).resolve("vn/eid/store/jdbc"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> "vn.eid.store.jdbc." + name.substring(0, name.length() - ".class".length()))
          .sorted()
          .map(PublicApiTest::load)
          .filter(type -> Modifier.isPublic(type.getModifiers()))
          .toList();
    }
  }

  private static String dump(Class<?> type) {
    return Stream.of(
            type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
        .flatMap(Arrays::stream)
        .filter(PublicApiTest::isApi)
        .map(member -> "  " + plain(generic(member)) + "\n")
        .sorted()
        .collect(Collectors.joining("", plain(type.toGenericString()) + "\n", ""));
  }

  private static boolean isApi(AccessibleObject declared) {
    Member member = (Member) declared;
    return !member.isSynthetic()
        && (Modifier.isPublic(member.getModifiers())
            || Modifier.isProtected(member.getModifiers()));
  }

  private static String generic(AccessibleObject member) {
    return member instanceof Executable executable
        ? executable.toGenericString()
        : ((Field) member).toGenericString();
  }

  private static String plain(String signature) {
    return signature
        .replaceAll("\\bjava\\.(lang|util)\\.(?=[A-Z])", "")
        .replaceAll("\\bvn\\.eid\\.store\\.jdbc\\.(?=[A-Z])", "");
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }
}
