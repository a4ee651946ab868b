package vn.eid.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.eid.CitizenId;
import vn.eid.ConsentEndedException;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.ConsentMemory.Stage;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/**
 * Asks citizens for consent and reads what they decided. A consent is a transaction at the
 * registry: request, approval by the citizen, receipt signed by the registry. It goes one way:
 * requested, active, ended (such as rút lại sự đồng ý, withdrawn). An end that is learned here
 * stops all reading under the consent at once, in the whole process.
 *
 * <p>The registry keeps the list, so an application needs no table of consents of its own: see
 * {@link #of}. This class is thread-safe.
 */
public final class Consents {
  private final Connection connection;
  private final SigningKey key;
  private final ConsentMemory memory;

  /** Made by {@link vn.eid.EidClient#consents()}. */
  @SuppressWarnings("exports")
  public Consents(Connection connection, SigningKey key) {
    this.connection = connection;
    this.key = key;
    this.memory = new ConsentMemory(connection.clock(), connection.knownConsents());
  }

  /**
   * Asks a citizen. Calling again with the same object gives the same consent, so a lost answer is
   * simply asked for again; so does one with the same {@link ConsentRequest#reference}.
   *
   * @throws vn.eid.InvalidRequestException where the number does not belong to this environment,
   *     the registry refuses a member of the request, or the reference was used for another one
   * @throws vn.eid.UntrustedException where the registry answers about another person or request
   */
  public Consent.Requested request(ConsentRequest request) {
    Operation operation = Operation.named("consents.request");
    connection.admitToSend(operation, request.citizen());
    Fields answer = registry(operation).create(request);
    return answer(operation).requested(answer, request);
  }

  /**
   * The consent as the registry holds it now, its receipts verified. One that was given back here,
   * but whose {@link #revoke} was not answered, is given back again.
   *
   * @throws vn.eid.InvalidRequestException where the registry knows no such consent of yours
   * @throws vn.eid.UntrustedException where a receipt fails a check, or where a consent that has
   *     ended is called active
   */
  public Consent find(ConsentId id) {
    return find(Operation.named("consents.find"), id);
  }

  /**
   * All consents that this application asked a citizen for, in whatever state, the newest first.
   * Pages are fetched as the stream is read.
   *
   * @throws vn.eid.InvalidRequestException where the number does not belong to this environment
   * @throws vn.eid.UntrustedException in mid-stream, where a receipt fails a check
   */
  public Stream<Consent> of(CitizenId citizen) {
    Operation operation = Operation.named("consents.of");
    connection.admitToSend(operation, citizen);
    ConsentPages pages = new ConsentPages(operation, cursor -> page(operation, citizen, cursor));
    int order = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, order), false);
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
   * Gives a consent back. From the call on, before anything is sent, this process reads nothing
   * more under it, whatever becomes of the call. May be repeated.
   *
   * @param reason a word for the registry's record, 1 to 500 characters, without personal data
   * @throws vn.eid.UnavailableException where the registry did not answer: call again until it
   *     does, because other processes may still read
   */
  public Consent.Ended revoke(ConsentId id, String reason) {
    Operation operation = Operation.named("consents.revoke");
    if (reason.isBlank() || reason.length() > 500) {
      throw operation.invalid("reason", "A reason has 1 to 500 characters.");
    }
    memory.givenBack(operation, id, reason);
    return giveBack(operation, id, reason);
  }

  /**
   * What proves later that the citizen agreed, and how the consent ended: keep one of each.
   *
   * @throws vn.eid.InvalidRequestException where the consent was never given
   */
  public ConsentEvidence evidence(ConsentId id) {
    Operation operation = Operation.named("consents.evidence");
    Consent consent = find(operation, id);
    Optional<EndReceipt> end =
        consent instanceof Consent.Ended ended ? Optional.of(ended.end()) : Optional.empty();
    Receipt receipt =
        given(consent)
            .orElseThrow(
                () ->
                    operation.invalid(
                        "consentId", "The consent was not given: there is nothing to prove."));
    Instant now = connection.clock().instant();
    return ConsentEvidence.attested(operation, key, receipt, end, now);
  }

  /**
   * The registry's public keys as it publishes them now, a JWK set (RFC 7517): keep them with the
   * evidence, {@link ConsentEvidence#verify} asks for those of its time.
   */
  public String registryKeys() {
    Operation operation = Operation.named("consents.registryKeys");
    return Json.text(Map.of("keys", connection.provider().registryKeys().published(operation)));
  }

  private static Optional<Receipt> given(Consent consent) {
    if (consent instanceof Consent.Active active) {
      return Optional.of(active.receipt());
    }
    return consent instanceof Consent.Ended ended ? ended.receipt() : Optional.empty();
  }

  private Consent find(Operation operation, ConsentId id) {
    Stage before = memory.stage(operation, id);
    Consent consent = answer(operation).of(registry(operation).read(id), id);
    return isBehind(operation, consent) ? caughtUp(operation, id, before) : noted(consent);
  }

  /** The consent whose answer is behind what this process knows. */
  private Consent caughtUp(Operation operation, ConsentId id, Stage before) {
    Optional<String> reason = memory.reasonGivenBack(id);
    if (reason.isPresent()) {
      return giveBack(operation, id, reason.get());
    }
    if (before == memory.stage(operation, id)) {
      throw operation.untrusted(
          Check.REPLAY, "The consent is called what it was before: it has gone on, for good.");
    }
    // It went on while the registry was asked; what it says after that counts.
    return find(operation, id);
  }

  private boolean isBehind(Operation operation, Consent consent) {
    return Stage.of(consent).compareTo(memory.stage(operation, consent.id())) < 0;
  }

  private Consent noted(Consent consent) {
    if (consent instanceof Consent.Active) {
      memory.isActive(consent.id());
    }
    return consent;
  }

  private Consent.Ended giveBack(Operation operation, ConsentId id, String reason) {
    Consent consent = answer(operation).of(registry(operation).revoke(id, reason), id);
    if (consent instanceof Consent.Ended ended) {
      memory.isKnownToTheRegistry(id);
      return ended;
    }
    throw operation.untrusted(Check.FORMAT, "The registry did not end what was given back.");
  }

  private ConsentPages.Page page(Operation operation, CitizenId citizen, Optional<String> cursor) {
    Fields page = registry(operation).search(citizen, cursor);
    return new ConsentPages.Page(
        page.objects("consents").stream().map(view -> listed(operation, view)).toList(),
        page.text("next_cursor"));
  }

  private Consent listed(Operation operation, Fields view) {
    Consent consent = answer(operation).listed(view);
    return isBehind(operation, consent) ? find(operation, consent.id()) : noted(consent);
  }

  private ConsentRegistry registry(Operation operation) {
    return new ConsentRegistry(operation, connection);
  }

  private ConsentAnswer answer(Operation operation) {
    return new ConsentAnswer(operation, connection, memory);
  }
}
