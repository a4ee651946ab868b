package vn.eid.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import vn.eid.benchmarks.soak.Books.Word;

/** That the verdict is bad where it has to be. */
class VerdictTest {
  private static final long OPERATIONS = 10_000;

  private final Books books = new Books();

  @Test
  void whatGoesUpAndDownDoesNotGrow() {
    assertThat(grown(i -> new Sample(20_000 + i % 5 * 4_000, 40 + i % 7, 90 + i % 9))).isEmpty();
  }

  @Test
  void aLeakOfMemoryIsFound() {
    assertThat(grown(i -> new Sample(20_000 + i % 5 * 4_000 + i * 700L, 40, 90)))
        .singleElement()
        .asString()
        .contains("heap");
  }

  @Test
  void aLeakOfThreadsOrDescriptorsIsFound() {
    assertThat(grown(i -> new Sample(20_000, 40 + i, 90)))
        .singleElement()
        .asString()
        .contains("threads");
    assertThat(grown(i -> new Sample(20_000, 40, 90 + i)))
        .singleElement()
        .asString()
        .contains("descriptors");
  }

  @Test
  void whatTheBeginningTakesIsNoGrowth() {
    assertThat(grown(i -> new Sample(i < 6 ? 5_000 : 30_000, i < 6 ? 5 : 50, 90))).isEmpty();
  }

  @Test
  void booksThatAgreeAreInOrder() {
    books.link("a", Word.DONE);
    books.link("b", Word.NOT_DONE);
    books.link("c", Word.PERHAPS);
    books.sent("e");
    books.arrived("e");
    assertThat(books.complaints(name -> name.equals("b") ? 0 : 1, code -> 1)).isEmpty();
  }

  @Test
  void whatWasSaidAndWasNotSoIsFound() {
    books.link("a", Word.DONE);
    assertThat(books.complaints(name -> 0, code -> 0))
        .singleElement()
        .asString()
        .contains("said to be done, and was not");
    assertThat(books.complaints(name -> 2, code -> 0))
        .singleElement()
        .asString()
        .contains("done 2 times");
    books.login("b", Word.NOT_DONE);
    assertThat(books.complaints(name -> 1, code -> 1))
        .singleElement()
        .asString()
        .contains("said not to be done, and was");
  }

  @Test
  void anEventThatIsLostOrComesTwiceIsFound() {
    books.sent("a");
    assertThat(books.isAllHere()).isFalse();
    assertThat(books.complaints(name -> 0, code -> 0))
        .singleElement()
        .asString()
        .contains("1 lost");
    books.arrived("a");
    books.arrived("a");
    assertThat(books.isAllHere()).isTrue();
    assertThat(books.complaints(name -> 0, code -> 0))
        .singleElement()
        .asString()
        .contains("1 told twice");
  }

  /** What the verdict says of an hour with these samples. */
  private static java.util.List<String> grown(IntFunction<Sample> samples) {
    Growth growth = new Growth("It", 100);
    for (int i = 0; i < 60; i++) {
      growth.add(samples.apply(i));
    }
    return growth.complaints(OPERATIONS);
  }
}
