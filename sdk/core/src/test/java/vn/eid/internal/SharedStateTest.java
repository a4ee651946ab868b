package vn.eid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.SharedState.Found;
import vn.eid.internal.jose.Seal;
import vn.eid.internal.json.Fields;
import vn.eid.spi.SharedStore;

class SharedStateTest {
  private static final Operation TESTING = Operation.named("test.state");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final byte[] SECRET =
      "a storage key of just 32 bytes..".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OTHER =
      "one more key of exactly 32 bytes".getBytes(StandardCharsets.US_ASCII);

  private final Rows rows = new Rows();
  private final SharedState state = state(Seal.of(List.of(SECRET)), "app");

  @Test
  void nothingOfWhatIsKeptCanBeReadInTheStore() {
    state.add(TESTING, "login", "state-123", Map.of("nonce", "secret-nonce"), LONG);
    assertThat(rows.values.toString()).doesNotContain("state-123", "secret-nonce", "app");
    assertThat(found("state-123").content().requiredText("nonce")).isEqualTo("secret-nonce");
  }

  @Test
  void anEntryInAnotherOnesPlaceIsRefused() {
    state.add(TESTING, "login", "mine", Map.of("who", "me"), LONG);
    state.add(TESTING, "login", "yours", Map.of("who", "you"), LONG);
    String mine = found("mine").key();
    rows.values.put(mine, rows.values.get(found("yours").key()));
    refuses(() -> state.find(TESTING, "login", "mine"));
    refuses(() -> state.take(TESTING, "login", "mine"));
  }

  @Test
  void anEntryThatWasChangedOrMadeByAnotherKeyIsRefused() {
    state(Seal.of(List.of(OTHER)), "app").add(TESTING, "login", "x", Map.of(), LONG);
    refuses(() -> state.find(TESTING, "login", "x"));
    state.add(TESTING, "login", "y", Map.of(), LONG);
    rows.values.replaceAll((key, text) -> withAnotherMiddle(text));
    refuses(() -> state.find(TESTING, "login", "y"));
  }

  @Test
  void aStorageKeyIsChangedWithoutLosingWhatTheFormerOneSealed() {
    state.add(TESTING, "login", "x", Map.of("by", "former"), LONG);
    SharedState changed = state(Seal.of(List.of(OTHER, SECRET)), "app");
    assertThat(changed.take(TESTING, "login", "x").map(f -> f.requiredText("by")))
        .contains("former");
  }

  @Test
  void clientsInOneStoreSeeNothingOfEachOther() {
    state.add(TESTING, "login", "x", Map.of(), LONG);
    SharedState other = state(Seal.of(List.of(SECRET)), "another app");
    assertThat(other.find(TESTING, "login", "x")).isEmpty();
    assertThat(other.add(TESTING, "login", "x", Map.of(), LONG)).isTrue();
  }

  @Test
  void whatWasReplacedMeanwhileIsNotReplacedAgain() {
    state.add(TESTING, "push", "x", Map.of("n", 1), LONG);
    Found first = found("push", "x");
    assertThat(state.replace(TESTING, first, Map.of("n", 2), LONG)).isTrue();
    assertThat(state.replace(TESTING, first, Map.of("n", 3), LONG)).isFalse();
    assertThat(state.take(TESTING, "push", "x").map(SharedStateTest::number)).contains(2L);
  }

  @Test
  void whatOutweighsTakesThePlaceAndWhatDoesNotIsToldOfTheGreater() {
    assertThat(settled(5)).isEmpty();
    assertThat(settled(4).map(SharedStateTest::number)).contains(5L);
    assertThat(settled(6)).isEmpty();
    assertThat(number(found("most", "x").content())).isEqualTo(6);
  }

  @Test
  void whoeverSettlesMeanwhileIsLookedAtToo() {
    assertThat(settled(1)).isEmpty();
    rows.meanwhile = () -> assertThat(settled(3)).isEmpty();
    assertThat(settled(2).map(SharedStateTest::number)).contains(3L);
    rows.meanwhile = rows.values::clear;
    assertThat(settled(4)).isEmpty();
    assertThat(number(found("most", "x").content())).isEqualTo(4);
  }

  private Optional<Fields> settled(long number) {
    return state.settle(
        TESTING, "most", "x", Map.of("n", number), LONG, former -> number(former) < number);
  }

  @Test
  void aStoreThatFailsIsNamedWithoutItsWords() {
    rows.down = true;
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> state.find(TESTING, "login", "x"))
        .withMessageContaining("java.sql.SQLException")
        .withMessageNotContaining("hunter2")
        .satisfies(e -> assertThat(e.mayHaveTakenEffect()).isFalse())
        .withStackTraceContaining("WordlessCause");
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> state.take(TESTING, "login", "x"))
        .satisfies(e -> assertThat(e.mayHaveTakenEffect()).isTrue());
  }

  private Found found(String name) {
    return found("login", name);
  }

  private Found found(String kind, String name) {
    return state.find(TESTING, kind, name).orElseThrow();
  }

  private static String withAnotherMiddle(String text) {
    int middle = text.length() / 2;
    char other = text.charAt(middle) == 'A' ? 'B' : 'A';
    return text.substring(0, middle) + other + text.substring(middle + 1);
  }

  private static long number(Fields content) {
    return content.requiredInteger("n");
  }

  private static void refuses(Runnable call) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.DECRYPTION));
  }

  private SharedState state(Seal seal, String owner) {
    return new SharedState(rows, seal, owner);
  }

  /** A store whose rows can be tampered with, and that can be down. */
  private static final class Rows implements SharedStore {
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private boolean down;

    /** What another node does, once, between a look and what comes of it. */
    private Runnable meanwhile = () -> {};

    @Override
    public boolean add(String key, String value, Duration keep) throws SQLException {
      up();
      return values.putIfAbsent(key, value) == null;
    }

    @Override
    public Optional<String> find(String key) throws SQLException {
      up();
      Optional<String> found = Optional.ofNullable(values.get(key));
      Runnable other = meanwhile;
      meanwhile = () -> {};
      other.run();
      return found;
    }

    @Override
    public Optional<String> take(String key) throws SQLException {
      up();
      return Optional.ofNullable(values.remove(key));
    }

    @Override
    public boolean replace(String key, String found, String value, Duration keep)
        throws SQLException {
      up();
      return values.replace(key, found, value);
    }

    private void up() throws SQLException {
      if (down) {
        throw new SQLException("password hunter2 refused");
      }
    }
  }
}
