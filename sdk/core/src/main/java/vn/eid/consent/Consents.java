package vn.eid.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import okhttp3.HttpUrl;
import vn.eid.ConsentEndedException;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.http.WireResponse;

/**
 * Asks citizens for consent and reads what they decided. A consent is a transaction at the
 * registry: request, approval by the citizen, receipt signed by the registry.
 *
 * <p>This class is thread-safe.
 */
public final class Consents {
  private static final String SCOPE = "consent";

  private final Connection connection;

  /** Made by {@link vn.eid.EidClient#consents()}. */
  @SuppressWarnings("exports")
  public Consents(Connection connection) {
    this.connection = connection;
  }

  /**
   * Asks a citizen. Calling again with the same object gives the same consent, so a lost answer is
   * simply asked for again.
   *
   * @throws vn.eid.InvalidRequestException where the number does not belong to this environment or
   *     the registry refuses a member of the request
   */
  public Consent.Requested request(ConsentRequest request) {
    Operation operation = Operation.named("consents.request");
    connection.admitToSend(operation, request.citizen());
    WireRequest post =
        WireRequest.json(operation, endpoint(operation), request.wire())
            .header("Idempotency-Key", request.idempotencyKey())
            .repeatable();
    return new ConsentAnswer(operation, connection).requested(success(operation, post));
  }

  /**
   * The consent as the registry holds it now; the receipt of an active one is verified.
   *
   * @throws vn.eid.InvalidRequestException where the registry knows no such consent of yours
   * @throws vn.eid.UntrustedException where the receipt fails a check
   */
  public Consent find(ConsentId id) {
    return find(Operation.named("consents.find"), id);
  }

  /**
   * Waits for the citizen's decision and gives the consent as it then is: still {@link
   * Consent.Requested} where the patience or the registry's time ran out first. Blocks this thread;
   * a virtual thread does well.
   *
   * @throws InterruptedException where the thread is interrupted while waiting
   */
  public Consent awaitDecision(Consent.Requested requested, Duration patience)
      throws InterruptedException {
    Operation operation = Operation.named("consents.awaitDecision");
    Instant end = connection.clock().instant().plus(patience);
    while (true) {
      Consent consent = find(operation, requested.id());
      boolean again =
          consent instanceof Consent.Requested
              && connection.clock().instant().plus(requested.pollInterval()).isBefore(end);
      if (!again) {
        return consent;
      }
      connection.sleeper().sleep(requested.pollInterval());
    }
  }

  /**
   * The consent, if it stands.
   *
   * @throws ConsentEndedException where it ended
   * @throws vn.eid.InvalidRequestException where the citizen has not decided yet
   */
  public Consent.Active requireActive(ConsentId id) {
    Operation operation = Operation.named("consents.requireActive");
    Consent consent = find(operation, id);
    if (consent instanceof Consent.Active active) {
      return active;
    }
    if (consent instanceof Consent.Ended ended) {
      throw new ConsentEndedException(
          id,
          ended.cause(),
          operation.in("The consent ended (" + ended.cause() + "). Only the citizen can renew it."),
          operation.traceId());
    }
    throw operation.invalid("consentId", "The citizen has not decided yet: await the decision.");
  }

  /**
   * Gives a consent back. No data can be pulled under it from then on. May be repeated.
   *
   * @param reason a word for the registry's record, 1 to 500 characters, without personal data
   */
  public Consent.Ended revoke(ConsentId id, String reason) {
    Operation operation = Operation.named("consents.revoke");
    if (reason.isBlank() || reason.length() > 500) {
      throw operation.invalid("reason", "A reason has 1 to 500 characters.");
    }
    HttpUrl url = at(operation, id).newBuilder().addPathSegment("revocation").build();
    WireRequest post = WireRequest.json(operation, url, Map.of("reason", reason)).repeatable();
    return new ConsentAnswer(operation, connection).ended(success(operation, post), id);
  }

  private Consent find(Operation operation, ConsentId id) {
    WireRequest get = WireRequest.get(operation, at(operation, id));
    return new ConsentAnswer(operation, connection).any(success(operation, get), id);
  }

  private WireResponse success(Operation operation, WireRequest request) {
    WireResponse response = connection.resources().send(operation, SCOPE, request);
    if (!response.isSuccess()) {
      throw Problems.of(operation, response);
    }
    return response;
  }

  private HttpUrl endpoint(Operation operation) {
    return connection.provider().national(operation).consent();
  }

  private HttpUrl at(Operation operation, ConsentId id) {
    return endpoint(operation).newBuilder().addPathSegment(id.value()).build();
  }
}
