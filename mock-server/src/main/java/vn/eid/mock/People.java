package vn.eid.mock;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who lives there. */
final class People {
  @Option(
      names = "--citizens",
      paramLabel = "FILE",
      description = "Take the people of this JSON file; its schema is at /citizens.schema.json.")
  private @Nullable String citizens;

  @Option(
      names = "--generate",
      paramLabel = "N",
      description = "Add N synthetic people, made when they are asked for.")
  private @Nullable String generate;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Make them from this number (default: 0).")
  private @Nullable String seed;

  @Option(
      names = "--payroll",
      paramLabel = "FILE",
      description = "Write what an employer may have about them, as CSV; needs --rows.")
  private @Nullable String payroll;

  @Option(names = "--rows", paramLabel = "N", description = "So many rows.")
  private @Nullable String rows;

  MockOptions applyTo(MockOptions options) {
    MockOptions changed = citizens == null ? options : options.citizens(path(citizens));
    if (generate == null && seed == null) {
      return changed;
    }
    long count = generate == null ? 0 : Numbers.read("--generate", generate);
    return changed.generate(count, seed == null ? 0 : Numbers.read("--seed", seed));
  }

  /**
   * The payroll that is asked for.
   *
   * @throws IllegalArgumentException if one of its two options is missing or not good
   */
  Optional<PayrollFile> payroll() {
    if (payroll == null && rows == null) {
      return Optional.empty();
    }
    if (payroll == null || rows == null) {
      throw new IllegalArgumentException("The options --payroll and --rows go together.");
    }
    return Optional.of(new PayrollFile(path(payroll), Numbers.read("--rows", rows)));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("This is no name of a file: " + text.strip() + ".", e);
    }
  }
}
