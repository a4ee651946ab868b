package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.PushId;
import vn.eid.login.PushRequest;
import vn.eid.login.PushStart;
import vn.eid.login.PushStatus;

/** What a hostile provider may say to a login by push. */
class HostilePushTest {
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final String OTHER = "099192000022";

  private final Provider provider = new Provider("");
  private final EidClient client = provider.client();
  private final BrowserSession browser = Application.newBrowser();

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void anotherCitizensNumberIsRefusedInUserinfoToo() {
    provider.change("/userinfo", "citizen_id", OTHER);
    refuses(Check.SUBJECT, PushRequest.to(AN).asking(Claim.CITIZEN_ID));
  }

  @Test
  void theCitizensOwnNumberInUserinfoIsTaken() throws Exception {
    provider.change("/userinfo", "citizen_id", AN.value());
    assertThat(approved(PushRequest.to(AN).asking(Claim.CITIZEN_ID)).identity().citizenId())
        .contains(AN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "of a login in a browser"})
  void anIdTokenOfALoginInABrowserIsNoAnswerToAPush(String nonce) {
    provider.idTokenChanges.put("nonce", nonce);
    refuses(Check.NONCE, PushRequest.to(AN));
  }

  @Test
  void aLogoutTokenIsNoIdToken() {
    provider.idTokenChanges.put(
        "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    provider.idTokenChanges.put("jti", "l-1");
    refuses(Check.FORMAT, PushRequest.to(AN));
  }

  @Test
  void aProviderCannotLengthenTheTimeToAnswer() {
    provider.change("/ciba", "expires_in", 1_000_000_000);
    PushRequest request = PushRequest.to(AN).answeredWithin(Duration.ofSeconds(30));
    PushStart start = client.pushLogin().start(request, browser);
    assertThat(start.answerBy()).isBefore(Instant.now().plusSeconds(31));
  }

  @Test
  void whoWaitsForAnOutcomeIsToldThatTheClientWasClosed() {
    provider.change("/ciba", "interval", 60);
    PushId id = client.pushLogin().start(PushRequest.to(AN), browser).id();
    CompletableFuture<LoginOutcome> outcome = client.pushLogin().outcome(id, browser);
    // Asked once, and now waiting for the next time.
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> outcome.get(500, TimeUnit.MILLISECONDS));
    client.close();
    assertThat(outcome).failsWithin(Duration.ofSeconds(5));
    assertThat(outcome).isCancelled();
  }

  @ParameterizedTest
  @ValueSource(longs = {-5, 0, 1_000_000_000})
  void isAskedNeitherAllTheTimeNorHardlyEver(long interval) {
    provider.change("/ciba", "interval", interval);
    PushRequest request = PushRequest.to(AN).answeredWithin(Duration.ofMinutes(10));
    PushId id = client.pushLogin().start(request, browser).id();
    Duration wait = ((PushStatus.Waiting) client.pushLogin().check(id, browser)).nextCheckIn();
    assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @CsvSource({
    "auth_req_id, two words, FORMAT",
    "expires_in, 0, FORMAT",
    "expires_in, -1, FORMAT",
    "app_link, http://elsewhere.example/, DESTINATION",
    "app_link, javascript:alert(1), FORMAT"
  })
  void anAnswerThatNoHonestProviderGivesIsRefused(String member, String value, Check check) {
    provider.change("/ciba", member, value.matches("-?\\d+") ? Long.valueOf(value) : value);
    refuses(check, PushRequest.to(AN));
  }

  private LoginOutcome.Approved approved(PushRequest request) throws InterruptedException {
    provider.answered = AN.value();
    PushId id = client.pushLogin().start(request, browser).id();
    return (LoginOutcome.Approved) client.pushLogin().await(id, browser);
  }

  private void refuses(Check check, PushRequest request) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> approved(request))
        .satisfies(e -> assertThat(e.check()).isEqualTo(check));
  }
}
