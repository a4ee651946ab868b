package vn.eid.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seeds say in their name whether they are good: a target that refuses the good ones reaches
 * nothing, and one that takes the bad ones checks nothing.
 */
class SeedsTest {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final String INPUTS = "Inputs";

  static List<Path> targets() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(path -> path.toString().endsWith(INPUTS)).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void goodSeedsAreTakenAndBadOnesRefused(Path inputs) throws Exception {
    String name = RESOURCES.relativize(inputs).toString().replace('/', '.');
    Class<?> target = Class.forName(name.substring(0, name.length() - INPUTS.length()));
    List<Path> seeds = seeds(inputs);
    for (Path seed : seeds) {
      assertThat(accepts(target, Files.readAllBytes(seed))).as("%s", seed).isEqualTo(isGood(seed));
    }
    assertThat(seeds.stream().filter(SeedsTest::isGood)).hasSizeGreaterThanOrEqualTo(3);
    assertThat(seeds.stream().filter(seed -> !isGood(seed))).hasSizeGreaterThanOrEqualTo(3);
  }

  /** A crash that was found once says nothing in its name. */
  private static List<Path> seeds(Path inputs) throws IOException {
    try (Stream<Path> files = Files.list(inputs.resolve("read"))) {
      return files
          .filter(file -> isGood(file) || file.getFileName().toString().startsWith("bad-"))
          .toList();
    }
  }

  private static boolean isGood(Path seed) {
    return seed.getFileName().toString().startsWith("good-");
  }

  private static Object accepts(Class<?> target, byte[] seed) throws Exception {
    Constructor<?> made = target.getDeclaredConstructor();
    made.setAccessible(true);
    Method accepts = target.getDeclaredMethod("accepts", byte[].class);
    accepts.setAccessible(true);
    return accepts.invoke(made.newInstance(), seed);
  }
}
