package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the client is told when something of the mock's changes. */
class EventKindTest extends RecipientTest {
  private Receiver application;

  @BeforeEach
  void startApplication() {
    application = new Receiver();
    mock.deliverEventsTo(application.at("/events"));
  }

  @AfterEach
  void stopApplication() {
    application.close();
  }

  private MockCitizen citizen() {
    return mock.citizen(ORDINARY);
  }

  private List<JsonNode> told() {
    mock.awaitDeliveries();
    return application.posts().stream().map(post -> new Jwt(post.body()).claims()).toList();
  }

  private List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    told().forEach(claims -> claims.path("events").fieldNames().forEachRemaining(kinds::add));
    return kinds;
  }

  private JsonNode members(EventKind kind) {
    return told().stream()
        .map(claims -> claims.path("events").path(kind.type()))
        .filter(JsonNode::isObject)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aConsentIsToldFromItsGrantToItsEnd() {
    String id = recipient.granted(Recipient.terms(ORDINARY, "immunizations"));
    citizen().revoke(id);
    assertThat(kinds())
        .containsExactly(EventKind.CONSENT_GRANTED.type(), EventKind.CONSENT_ENDED.type());
    assertThat(members(EventKind.CONSENT_GRANTED).path("consent_id").asText()).isEqualTo(id);
    assertThat(members(EventKind.CONSENT_ENDED).path("cause").asText())
        .isEqualTo("revoked_by_citizen");
    assertThat(members(EventKind.CONSENT_ENDED).path("version").asLong())
        .isGreaterThan(members(EventKind.CONSENT_GRANTED).path("version").asLong());
    assertThat(told().toString()).doesNotContain(ORDINARY);
  }

  @Test
  void aConsentInPartIsToldAsSuch() {
    citizen().approvesOnly("immunizations");
    recipient.granted(Recipient.terms(ORDINARY, "immunizations", "patient_summary"));
    assertThat(kinds()).containsExactly(EventKind.CONSENT_NARROWED.type());
  }

  @Test
  void whatWasDeclinedOrGivenUpHasEnded() {
    citizen().declinesNext();
    recipient.granted(Recipient.terms(ORDINARY, "immunizations"));
    String given = recipient.granted(Recipient.terms(ORDINARY, "immunizations"));
    recipient.revoke(given).isOk();
    recipient.revoke(given).isOk();
    assertThat(kinds())
        .containsExactly(
            EventKind.CONSENT_ENDED.type(),
            EventKind.CONSENT_GRANTED.type(),
            EventKind.CONSENT_ENDED.type());
  }

  @Test
  void anAccountIsLockedAndRecoveredAndItsSessionsEnd() {
    recipient.client.logIn(Map.of()).isOk();
    citizen().locksAccount();
    citizen().recoversAccount();
    assertThat(kinds())
        .containsExactly(
            EventKind.ACCOUNT_LOCKED.type(),
            EventKind.SESSION_REVOKED.type(),
            EventKind.ACCOUNT_RECOVERED.type());
    JsonNode session = told().get(1).path("sub_id");
    assertThat(session.path("format").asText()).isEqualTo("complex");
    assertThat(session.path("user").path("iss").asText()).isEqualTo(mock.issuer().toString());
    assertThat(session.path("session").path("id").asText()).isNotEmpty();
    recipient.client.logIn(Map.of()).isOk();
  }

  @Test
  void aNewNameIsToldWithoutSayingIt() {
    citizen().changesNameTo("Nguyễn Văn Mới");
    JsonNode claims = told().get(0);
    assertThat(kinds()).containsExactly(EventKind.IDENTITY_CHANGED.type());
    assertThat(claims.path("sub_id").path("sub").asText()).isNotEmpty();
    assertThat(claims.toString()).doesNotContain("Mới");
    assertThat(citizen().name()).isEqualTo("Nguyễn Văn Mới");
    assertThatThrownBy(() -> citizen().changesNameTo(" ")).hasMessageContaining("blank");
  }

  @Test
  void aTaxCodeThatStandsOtherwiseIsToldAndCanBeAsked() {
    mock.changeTaxStatus(ORDINARY, "03", "01");
    assertThat(kinds()).containsExactly(EventKind.TAX_STATUS_CHANGED.type());
    JsonNode status = recipient.taxCode("status", ORDINARY).isOk().json().path("status");
    assertThat(status.path("code").asText()).isEqualTo("03");
    mock.reset();
    status = recipient.taxCode("status", ORDINARY).isOk().json().path("status");
    assertThat(status.path("code").asText()).isEqualTo("00");
    assertThatThrownBy(() -> mock.changeTaxStatus(ORDINARY, "x", "01"))
        .hasMessageContaining("two digits");
    assertThatThrownBy(() -> mock.changeTaxStatus("099203000088", "03", "01"))
        .hasMessageContaining("knows nobody");
  }

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void eachKindIsSignedForATestWithoutBeingPosted(EventKind kind) {
    Jwt event = new Jwt(mock.securityEvent(kind, ORDINARY));
    assertThat(event.isSignedBy(mock, "/registry/jwks")).isTrue();
    assertThat(event.claims().path("events").has(kind.type())).isTrue();
    assertThat(told()).isEmpty();
  }

  @Test
  void anEventAboutACitizenNeedsOne() {
    assertThatThrownBy(() -> mock.securityEvent(EventKind.ACCOUNT_LOCKED, "099000000000"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
