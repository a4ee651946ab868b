package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.eid.MockedApplicationTest;
import vn.eid.consent.Consent;
import vn.eid.mock.EventKind;
import vn.eid.records.HealthData;

/** Consents that this application ended itself, so that no event has told of the end. */
class EndsOfOurOwnTest extends MockedApplicationTest {
  private static final Map<String, List<String>> TYPE =
      Map.of("Content-Type", List.of("application/secevent+jwt"));

  @ParameterizedTest
  @EnumSource(names = {"CONSENT_GRANTED", "CONSENT_NARROWED"})
  void aLateEventGrantsNothingAgain(EventKind late) {
    Consent.Active given = app.consent("099085000011", HealthData.IMMUNIZATIONS);
    assertThat(accept(late, given)).isNotInstanceOf(WebhookEvent.Superseded.class);
    app.client().consents().revoke(given.id(), "done");
    assertThat(accept(late, given)).isInstanceOf(WebhookEvent.Superseded.class);
  }

  private WebhookEvent accept(EventKind kind, Consent.Active consent) {
    String event = mock.securityEvent(kind, consent.id().value());
    return app.client().webhooks().accept(TYPE, event.getBytes(StandardCharsets.US_ASCII));
  }
}
