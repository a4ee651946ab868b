package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginOutcome.Reason;
import vn.eid.login.PushRequest;
import vn.eid.login.PushStart;

/** A login by push (CIBA), where the provider can do it. */
abstract class PushLoginContract extends ProviderContract {
  private static final String NOBODY = "099085000999";

  @Test
  void logsInWhoeverApprovesOnThePhone() throws InterruptedException {
    var inBrowser = approved(logIn(request(), Person.ORDINARY)).identity();
    PushRequest push = to(Person.ORDINARY).asking(Claim.NAME).saying("Đăng nhập Phòng khám");
    var onPhone = approved(pushed(push)).identity();
    assertThat(onPhone.name()).contains(Person.ORDINARY.fullName());
    assertThat(onPhone.subject()).isEqualTo(inBrowser.subject());
  }

  @Test
  void saysThatThePersonDeclined() throws InterruptedException {
    assertThat(pushed(to(Person.DECLINING))).isEqualTo(new LoginOutcome.Declined(Reason.REFUSED));
  }

  @Test
  void reachesTheLevelThatIsDemandedOrSaysThatItWasNotReached() throws InterruptedException {
    var sure = approved(pushed(to(Person.ORDINARY).atLeast(AuthenticationLevel.LEVEL_3)));
    assertThat(sure.identity().authenticationLevel().orElseThrow())
        .isGreaterThanOrEqualTo(AuthenticationLevel.LEVEL_3);
    assertThat(pushed(to(Person.OTHER).atLeast(AuthenticationLevel.LEVEL_3)))
        .isEqualTo(new LoginOutcome.Declined(Reason.LEVEL_NOT_REACHED));
  }

  @Test
  void saysThatNobodyHasTheNumber() {
    PushRequest toNobody = PushRequest.to(CitizenId.parse(NOBODY));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> client.pushLogin().start(toNobody, session))
        .satisfies(e -> assertThat(e.toString()).doesNotContain(NOBODY));
  }

  LoginOutcome pushed(PushRequest request) throws InterruptedException {
    PushStart start = client.pushLogin().start(request, session);
    return client.pushLogin().await(start.id(), session);
  }

  static PushRequest to(Person person) {
    return PushRequest.to(CitizenId.parse(person.number()));
  }
}
