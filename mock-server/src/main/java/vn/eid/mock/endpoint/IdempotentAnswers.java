package vn.eid.mock.endpoint;

import java.util.function.Supplier;
import vn.eid.mock.state.IdempotencyKeys;

/** Answers a repeated submission as it was answered the first time. */
final class IdempotentAnswers {
  private static final String HEADER = "Idempotency-Key";

  private final IdempotencyKeys keys;

  IdempotentAnswers(IdempotencyKeys keys) {
    this.keys = keys;
  }

  /** The first answer to this client's key on this path, made now or before. */
  Reply answer(Exchange exchange, String clientId, Supplier<Reply> first) {
    return first(exchange, clientId, Reply.class, first);
  }

  /** The same for what is less than an answer, where to keep whole answers would cost too much. */
  <T> T first(Exchange exchange, String clientId, Class<T> type, Supplier<T> first) {
    String key = exchange.path() + " " + clientId + " " + key(exchange);
    return keys.answer(key, fingerprint(exchange), type, first)
        .orElseThrow(
            () ->
                Refusal.of(
                    422,
                    "idempotency_key_reused",
                    "The Idempotency-Key was used for another body; make a new key for a new"
                        + " request."));
  }

  private static String key(Exchange exchange) {
    String key =
        exchange
            .header(HEADER)
            .orElseThrow(
                () ->
                    Refusal.badRequest(
                        "idempotency_key_missing",
                        "Send an Idempotency-Key, and the same one when you repeat the request."));
    if (!key.matches("[\\x21-\\x7e]{1,255}")) {
      throw Refusal.badRequest(
          "invalid_request", "The Idempotency-Key must be 1 to 255 visible ASCII characters.");
    }
    return key;
  }

  private static String fingerprint(Exchange exchange) {
    return Hashes.sha256(exchange.body());
  }
}
