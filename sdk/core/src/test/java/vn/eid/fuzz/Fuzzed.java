package vn.eid.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.eid.EidException;

/** What every fuzz target asks of the SDK, whatever bytes come. */
public final class Fuzzed {
  /** As long as the shortest number of a person. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{9,}");

  private static final Pattern TRACE = Pattern.compile("\\[trace [^]]*\\]$");

  private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);
  private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();

  private Fuzzed() {}

  /** The input as text; what is no UTF-8 becomes the sign for that. */
  public static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  /**
   * What was made of the input; empty where it was refused. Any other exception than a documented
   * one is a finding; so is a refusal that repeats a number out of the input, and a second of work.
   */
  public static <T> Optional<T> read(
      Class<? extends EidException> documented, byte[] input, Supplier<T> reading) {
    long begun = TIMES.getCurrentThreadCpuTime();
    Optional<T> read = outcome(documented, input, reading);
    if (TIMES.getCurrentThreadCpuTime() - begun > LONGEST) {
      // What is read first loads classes; only what is slow again is slow by itself.
      long again = TIMES.getCurrentThreadCpuTime();
      var unused = outcome(documented, input, reading);
      assertThat(TIMES.getCurrentThreadCpuTime() - again).as("CPU time").isLessThan(LONGEST);
    }
    return read;
  }

  private static <T> Optional<T> outcome(
      Class<? extends EidException> documented, byte[] input, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (EidException refusal) {
      if (!documented.isInstance(refusal)) {
        throw refusal;
      }
      namesNoNumberOf(input, String.valueOf(refusal.getMessage()));
      return Optional.empty();
    }
  }

  /** Whether a sentence leaves out the numbers that stand in the input. */
  public static void namesNoNumberOf(byte[] input, String sentence) {
    Matcher numbers = NUMBER.matcher(TRACE.matcher(sentence).replaceFirst(""));
    while (numbers.find()) {
      assertThat(text(input)).as(sentence).doesNotContain(numbers.group());
    }
  }
}
