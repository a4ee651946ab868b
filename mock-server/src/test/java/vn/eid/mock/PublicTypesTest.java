package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In the published jar the parts of others have other names, so nobody may need them by name. */
class PublicTypesTest {
  private static final List<String> RENAMED =
      List.of("com.fasterxml.jackson", "org.jose4j", "gg.jte", "picocli");

  @Test
  void noPublicMethodTakesOrGivesATypeThatThePublishedJarRenames() throws Exception {
    assertThat(types().toList()).contains(EidMock.class, MockOptions.class);
    assertThat(types().flatMap(PublicTypesTest::named))
        .noneMatch(name -> RENAMED.stream().anyMatch(name::startsWith));
  }

  private static Stream<Class<?>> types() throws IOException, URISyntaxException {
    Path folder = Path.of(EidMock.class.getResource("EidMock.class").toURI()).getParent();
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> file.toString().endsWith(".class")).toList();
    }
    return files.stream()
        .map(file -> file.getFileName().toString().replace(".class", ""))
        .filter(name -> !name.equals("package-info"))
        .<Class<?>>map(PublicTypesTest::type)
        .filter(type -> Modifier.isPublic(type.getModifiers()));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName("vn.eid.mock." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<String> named(Class<?> type) {
    Stream<Class<?>> methods =
        Arrays.stream(type.getMethods())
            .flatMap(
                method ->
                    Stream.concat(
                        Stream.of(method.getReturnType()),
                        Arrays.stream(method.getParameters()).map(Parameter::getType)));
    Stream<Class<?>> constructors =
        Arrays.stream(type.getConstructors())
            .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes()));
    return Stream.concat(methods, constructors).map(Class::getName);
  }
}
