package vn.eid.webhook;

import java.time.Instant;
import java.util.function.Function;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.ConsentId;
import vn.eid.consent.EndCause;
import vn.eid.internal.Operation;
import vn.eid.internal.PlainWord;
import vn.eid.internal.json.Fields;

/**
 * Reads what an event says. The names after {@code schemas.openid.net} are those of OpenID RISC 1.0
 * and CAEP 1.0; the others, and all members but those of RFC 8417 and RFC 9493, are ASSUMED. A
 * member that is not known here is left alone.
 */
final class EventReader {
  private static final int MAX_CAUSE = 64;

  private final Operation operation;
  private final String type;
  private final Fields claims;
  private final Fields event;
  private final Instant at;
  private final SubjectReader subject;

  /**
   * Begins.
   *
   * @param event what stands under the type
   * @param at when it happened
   */
  EventReader(
      Operation operation, String issuer, String type, Fields claims, Fields event, Instant at) {
    this.operation = operation;
    this.type = type;
    this.claims = claims;
    this.event = event;
    this.at = at;
    this.subject = new SubjectReader(operation, issuer, claims);
  }

  Told read() {
    return switch (type) {
      case "urn:vn-eid:event:consent-granted" -> consent(WebhookEvent.ConsentGranted::new);
      case "urn:vn-eid:event:consent-narrowed" -> consent(WebhookEvent.ConsentNarrowed::new);
      case "urn:vn-eid:event:consent-ended" ->
          consent(id -> new WebhookEvent.ConsentEnded(id, EndCause.of(cause()), at));
      case "urn:vn-eid:event:tax-status-changed" ->
          citizen("tax", WebhookEvent.TaxStatusChanged::new);
      case "urn:vn-eid:event:identity-changed" ->
          citizen("identity", WebhookEvent.IdentityChanged::new);
      case "https://schemas.openid.net/secevent/risc/event-type/account-disabled" ->
          citizen("account", WebhookEvent.AccountLocked::new);
      case "https://schemas.openid.net/secevent/risc/event-type/account-enabled" ->
          citizen("account", WebhookEvent.AccountRecovered::new);
      case "https://schemas.openid.net/secevent/caep/event-type/session-revoked" -> session();
      case "urn:vn-eid:event:tax-case-decided" -> taxCase();
      case "urn:vn-eid:event:tax-batch-finished" -> taxBatch();
      default -> unknown();
    };
  }

  /** Where it stands among the events about the same thing. */
  Place place(WebhookEvent read) {
    return new Place(event.integer("version"), at, read instanceof WebhookEvent.ConsentEnded);
  }

  Instant happenedAt() {
    return at;
  }

  /** The registry's word for why a consent ended. */
  String cause() {
    return event.text("cause").filter(word -> PlainWord.is(word, MAX_CAUSE)).orElse("other");
  }

  private Told consent(Function<ConsentId, WebhookEvent> kind) {
    String id = event.requiredText("consent_id");
    try {
      return Told.about("consent", id, kind.apply(ConsentId.of(id)));
    } catch (InvalidRequestException e) {
      throw malformed("names no usable consent");
    }
  }

  private Told citizen(String state, Function<String, WebhookEvent> kind) {
    return subject
        .read()
        .flatMap(SubjectReader.Subject::citizen)
        .map(who -> Told.about(state, who, kind.apply(who)))
        .orElseGet(this::unknown);
  }

  private Told session() {
    return subject
        .read()
        .map(who -> Told.alone(new WebhookEvent.LoggedOut(who.citizen(), who.session())))
        .orElseGet(this::unknown);
  }

  private Told taxCase() {
    String number = reference("case_number");
    return Told.about("tax-case", number, new WebhookEvent.TaxCaseDecided(number));
  }

  private Told taxBatch() {
    String id = reference("batch_id");
    long rows = event.requiredInteger("rows");
    if (rows < 0) {
      throw malformed("counts rows below zero");
    }
    return Told.about("tax-batch", id, new WebhookEvent.TaxBatchFinished(id, rows));
  }

  private Told unknown() {
    return Told.alone(new WebhookEvent.Unknown(type, claims.json()));
  }

  private String reference(String member) {
    String reference = event.requiredText(member);
    if (!PlainWord.isReference(reference)) {
      throw malformed("names nothing usable");
    }
    return reference;
  }

  private RuntimeException malformed(String problem) {
    return operation.untrusted(Check.FORMAT, "The event " + problem + ".");
  }
}
