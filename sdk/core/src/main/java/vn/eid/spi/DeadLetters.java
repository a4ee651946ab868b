package vn.eid.spi;

/**
 * Where this application keeps what came to {@code vn.eid.webhook.Webhooks} and could not be used:
 * messages that failed a check, and polled events that its own handler failed on again and again.
 * Hand one to {@code EidClient.Builder.deadLetters}; without it they are refused and forgotten.
 *
 * <p>Nothing of a letter gets into a log of the SDK's. Who can reach your address can send what
 * lands here, so let it be bounded: drop the oldest where there is no more room.
 *
 * <p>Implementations must be thread-safe. Where {@link #add} throws, the SDK writes a WARN line
 * with the exception's class and goes on: the sender is answered as if the letter were kept.
 */
public interface DeadLetters {

  /** Keeps a letter. */
  void add(DeadLetter letter) throws Exception;
}
