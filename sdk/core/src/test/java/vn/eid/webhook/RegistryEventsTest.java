package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.eid.CitizenId;
import vn.eid.MockedApplicationTest;
import vn.eid.PartialDate;
import vn.eid.UntrustedException;
import vn.eid.WebhookInbox;
import vn.eid.mock.CaseDecision;
import vn.eid.mock.Fault;
import vn.eid.tax.CaseState;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResult;

/** From a link under review over the event to the decision, against the mock server. */
class RegistryEventsTest extends MockedApplicationTest {
  private WebhookInbox inbox;

  @BeforeEach
  void listen() {
    inbox = WebhookInbox.of(app.client());
    mock.deliverEventsTo(inbox.address());
  }

  @AfterEach
  void stop() {
    inbox.close();
  }

  @Test
  void aDecisionIsHeardAndThenRead() {
    String number = decided();
    assertThat(inbox.heard()).isEqualTo(List.of(new WebhookEvent.TaxCaseDecided(number)));
    CaseState state = app.client().taxLinks().review(number);
    assertThat(((CaseState.Decided) state).result()).isInstanceOf(LinkResult.Linked.class);
  }

  @Test
  void anEventThatIsDeliveredTwiceIsActedUponOnce() {
    mock.injectOnce(Fault.EVENT_TWICE);
    WebhookEvent first = new WebhookEvent.TaxCaseDecided(decided());
    assertThat(inbox.heard()).isEqualTo(List.of(first, new WebhookEvent.Repeated(first)));
  }

  @Test
  void anEventOfAKindThatIsNotKnownIsTakenAllTheSame() {
    mock.injectOnce(Fault.EVENT_UNKNOWN_TYPE);
    decided();
    assertThat(inbox.heard()).hasSize(1).allMatch(WebhookEvent.Unknown.class::isInstance);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"EVENT_BAD_SIGNATURE", "EVENT_WRONG_ISSUER", "EVENT_TOO_OLD"})
  void whatIsRefusedTellsTheApplicationNothing(Fault fault) {
    mock.inject(fault);
    decided();
    assertThat(inbox.heard()).isNotEmpty().allMatch(UntrustedException.class::isInstance);
  }

  private String decided() {
    LinkResult result =
        app.client()
            .taxLinks()
            .link(
                LinkRequest.of(
                    CitizenId.parse("099091000156"), "Hồ Sơn", PartialDate.parse("1991-03-03")));
    String number = ((LinkResult.UnderReview) result).caseNumber();
    mock.decideCase(number, CaseDecision.LINK);
    mock.awaitDeliveries();
    return number;
  }
}
