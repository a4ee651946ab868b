package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.ConsentEndedException;
import vn.eid.MockedApplicationTest;
import vn.eid.PartialDate;
import vn.eid.WebhookInbox;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.PushLogin;
import vn.eid.login.PushRequest;
import vn.eid.login.PushStart;
import vn.eid.mock.CaseDecision;
import vn.eid.mock.Fault;
import vn.eid.records.HealthData;
import vn.eid.records.Pull;
import vn.eid.records.PullRequest;
import vn.eid.records.Withheld;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResult;
import vn.eid.webhook.WebhookEvent;

/** Faults of the mock that are no lie, and what the SDK makes of them. */
class HarmlessFaultsTest extends MockedApplicationTest {
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final String LONG_RECORD = "099060000134";

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"PUSH_EXPIRY_ABSURD", "PUSH_WITHOUT_INTERVAL", "PUSH_INTERVAL_ABSURD"})
  void aPushThatIsAnnouncedOddlyIsWaitedForWithinBounds(Fault fault) throws Exception {
    mock.inject(fault);
    BrowserSession browser = Application.newBrowser();
    PushLogin login = app.client().pushLogin();
    PushStart start = login.start(PushRequest.to(AN), browser);
    assertThat(start.answerBy()).isBefore(mock.clock().instant().plusSeconds(601));
    assertThat(login.await(start.id(), browser)).isInstanceOf(LoginOutcome.Approved.class);
    assertThat(mock.firings(fault)).isEqualTo(1);
  }

  @Test
  void aPingThatComesTwiceIsHeardTwiceAndLogsInOnce() throws Exception {
    mock.inject(Fault.PING_TWICE);
    try (WebhookInbox inbox = WebhookInbox.of(app.client())) {
      mock.notifyPushesAt(inbox.address());
      BrowserSession browser = Application.newBrowser();
      PushLogin login = app.client().pushLogin();
      PushStart start = login.start(PushRequest.to(AN), browser);
      mock.awaitDeliveries();
      assertThat(inbox.heard())
          .hasSize(2)
          .allMatch(event -> event instanceof WebhookEvent.PushAnswered);
      assertThat(login.await(start.id(), browser)).isInstanceOf(LoginOutcome.Approved.class);
    }
  }

  @Test
  void aReturnWithACodeAndAnErrorIsADeclinedLogin() {
    mock.inject(Fault.CALLBACK_CODE_AND_ERROR);
    assertThat(app.logIn()).isInstanceOf(LoginOutcome.Declined.class);
    assertThat(mock.requests()).noneMatch(request -> request.path().equals("/token"));
  }

  @Test
  void eventsOutOfOrderAreEachWhatTheySay() {
    mock.injectOnce(Fault.EVENT_OUT_OF_ORDER);
    String first = openCase("099091000156", "Hồ Sơn", "1991-03-03");
    try (WebhookInbox inbox = WebhookInbox.of(app.client())) {
      mock.deliverEventsTo(inbox.address());
      mock.decideCase(first, CaseDecision.NOT_FOUND);
      String second = openCase("099091000156", "Hồ Sơn", "1991-03-03");
      mock.decideCase(second, CaseDecision.NOT_FOUND);
      mock.awaitDeliveries();
      assertThat(inbox.heard())
          .isEqualTo(
              List.of(
                  new WebhookEvent.TaxCaseDecided(second), new WebhookEvent.TaxCaseDecided(first)));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"EVENT_WITHOUT_VERSION", "EVENT_UNKNOWN_MEMBER"})
  void anEventWithLessOrMoreInItIsWhatItSays(Fault fault) {
    mock.inject(fault);
    String number = openCase("099091000156", "Hồ Sơn", "1991-03-03");
    try (WebhookInbox inbox = WebhookInbox.of(app.client())) {
      mock.deliverEventsTo(inbox.address());
      mock.decideCase(number, CaseDecision.NOT_FOUND);
      mock.awaitDeliveries();
      assertThat(inbox.heard()).isEqualTo(List.of(new WebhookEvent.TaxCaseDecided(number)));
    }
  }

  @Test
  void aConsentThatIsTakenBackInTheMiddleEndsThePull() {
    mock.inject(Fault.CONSENT_REVOKED_IN_PULL);
    Throwable thrown = catchThrowable(() -> pull().toList());
    assertThat(thrown).isInstanceOf(ConsentEndedException.class);
    assertThat(mock.firings(Fault.CONSENT_REVOKED_IN_PULL)).isEqualTo(1);
  }

  @Test
  void aReasonToWithholdThatNobodyKnowsIsToldApart() {
    mock.injectOnce(Fault.PAGE_WITHHELD_UNKNOWN);
    try (Pull<HealthData> pull = pull()) {
      assertThat(pull.toList()).hasSize(620);
      assertThat(pull.receipt().withheld())
          .extracting(Withheld::reason)
          .contains(Withheld.Reason.OTHER);
    }
  }

  @Test
  void aMismatchAndAnUnknownResultLinkNobody() {
    LinkRequest request = LinkRequest.of(AN, "Nguyễn Văn An", PartialDate.parse("1985-03-12"));
    mock.injectOnce(Fault.TAX_LINK_MISMATCH);
    assertThat(app.client().taxLinks().link(request)).isInstanceOf(LinkResult.Mismatch.class);
    mock.injectOnce(Fault.TAX_LINK_UNKNOWN_RESULT);
    assertThat(app.client().taxLinks().link(request)).isInstanceOf(LinkResult.Other.class);
  }

  private Pull<HealthData> pull() {
    var consent = app.consent(LONG_RECORD, HealthData.IMMUNIZATIONS);
    return app.client()
        .records()
        .pull(PullRequest.under(consent, Application.TREATMENT, HealthData.IMMUNIZATIONS));
  }

  private String openCase(String number, String name, String birth) {
    LinkRequest request = LinkRequest.of(CitizenId.parse(number), name, PartialDate.parse(birth));
    return ((LinkResult.UnderReview) app.client().taxLinks().link(request)).caseNumber();
  }
}
