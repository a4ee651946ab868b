package vn.eid.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import vn.eid.internal.json.Fields;

/**
 * The notices that a provider may send (CIBA Core 1.0, section 10.2): each is awaited under its
 * token, by all nodes, because it comes to any of them.
 */
public final class Pings {
  private static final String KIND = "ping";

  /**
   * A notice that is awaited.
   *
   * @param subject what it is about, in the provider's words
   * @param handle the same in ours
   * @param name under which the push is kept
   */
  public record Awaited(String subject, String handle, String name) {
    @Override
    public String toString() {
      return "Awaited[…]";
    }
  }

  private final SharedState state;
  private final List<BiConsumer<Operation, Awaited>> listeners = new CopyOnWriteArrayList<>();

  public Pings(SharedState state) {
    this.state = state;
  }

  /** Awaits a notice under a token that nobody else has. */
  public void await(Operation operation, String token, Awaited notice, Duration keep) {
    Map<String, String> content =
        Map.of("subject", notice.subject(), "handle", notice.handle(), "name", notice.name());
    state.add(operation, KIND, token, content, keep);
  }

  /** Has this run for each notice that comes to this node. */
  public void onArrival(BiConsumer<Operation, Awaited> listener) {
    listeners.add(listener);
  }

  /** What arrived under a token about a subject; empty where nothing of the kind is awaited. */
  public Optional<Awaited> arrived(Operation operation, String token, String subject) {
    Optional<Awaited> notice =
        state
            .find(operation, KIND, token)
            .map(found -> read(found.content()))
            .filter(awaited -> awaited.subject().equals(subject));
    notice.ifPresent(awaited -> listeners.forEach(told -> told.accept(operation, awaited)));
    return notice;
  }

  private static Awaited read(Fields content) {
    return new Awaited(
        content.requiredText("subject"),
        content.requiredText("handle"),
        content.requiredText("name"));
  }
}
