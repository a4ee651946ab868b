package vn.eid.examples.hospital;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import vn.eid.ConsentEndedException;
import vn.eid.EidClient;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;
import vn.eid.records.SealedRecords;
import vn.eid.webhook.WebhookEvent;

/** Asks citizens, and notes in the book what becomes of it. */
@Service
class ConsentDesk {
  static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final EidClient eid;
  private final ConsentBook book;
  private final SealedRecords copies;
  private final PullReceipts receipts;

  ConsentDesk(EidClient eid, ConsentBook book, SealedRecords copies, PullReceipts receipts) {
    this.eid = eid;
    this.book = book;
    this.copies = copies;
    this.receipts = receipts;
  }

  ConsentId ask(AskForm form, String clerk) {
    Consent.Requested requested = eid.consents().request(form.request(LocalDate.now(VIETNAM)));
    book.add(AskedConsent.of(requested, form, clerk, Instant.now()));
    return requested.id();
  }

  /** The consent as the registry has it now. */
  Consent look(ConsentId id) {
    Consent consent = eid.consents().find(id);
    book.change(id, asked -> asked.as(consent));
    if (consent instanceof Consent.Ended) {
      destroy(id);
    }
    return consent;
  }

  /**
   * The consent, where it stands.
   *
   * @throws ConsentEndedException where it does not; then nothing is left of what was read
   */
  Consent.Active requireActive(ConsentId id) {
    try {
      return eid.consents().requireActive(id);
    } catch (ConsentEndedException e) {
      look(id);
      throw e;
    }
  }

  /** Gives a consent back that is not needed any more. */
  void giveBack(ConsentId id) {
    Consent.Ended ended = eid.consents().revoke(id, "The treatment is over.");
    over(new WebhookEvent.ConsentEnded(id, ended.cause(), ended.endedAt()));
  }

  /**
   * What the registry tells. An end counts as it is told, for the registry has signed it; of a yes
   * only the receipt counts. Where this throws, the registry tells it again.
   */
  @EventListener
  void hear(WebhookEvent event) {
    if (event instanceof WebhookEvent.ConsentEnded end) {
      over(end);
    } else if (event instanceof WebhookEvent.ConsentGranted granted) {
      look(granted.consentId());
    } else if (event instanceof WebhookEvent.ConsentNarrowed narrowed) {
      look(narrowed.consentId());
    }
  }

  private void over(WebhookEvent.ConsentEnded end) {
    book.change(end.consentId(), asked -> asked.ended(end.cause(), end.at()));
    destroy(end.consentId());
  }

  /** Whatever the cause: the SDK lets copies stand where a consent is used up. */
  private void destroy(ConsentId id) {
    copies.erase(id);
    receipts.forget(id);
  }
}
