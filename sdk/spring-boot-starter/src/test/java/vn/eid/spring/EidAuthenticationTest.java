package vn.eid.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.NotSerializableException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.StorageKey;
import vn.eid.UntrustedException;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome.Approved;
import vn.eid.login.LoginRequest;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;

@EidMockTest
class EidAuthenticationTest {
  private static final List<GrantedAuthority> DOCTOR =
      AuthorityUtils.createAuthorityList("ROLE_DOCTOR");

  private EidMock mock;
  private EidClient client;

  @BeforeEach
  void start(EidMock server) {
    mock = server;
    client = builder().storageKey(key("a storage key of just 32 bytes..")).build();
  }

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void liesSealedInASessionStore() throws Exception {
    EidAuthentication citizen = loggedIn(client);
    String stored =
        new String(RoundTrip.bytes(new SecurityContextImpl(citizen)), StandardCharsets.ISO_8859_1);
    String name = citizen.identity().name().orElseThrow();
    assertThat(stored)
        .doesNotContain(
            citizen.identity().citizenId().orElseThrow().value(),
            new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
            "access_token",
            "refresh_token");
  }

  @Test
  void authenticatesNobodyUntilItIsOpened() throws Exception {
    EidAuthentication citizen = loggedIn(client);
    EidAuthentication stored = (EidAuthentication) RoundTrip.of(citizen);
    assertThat(stored.isAuthenticated()).isFalse();
    assertThat(stored.getAuthorities()).isEmpty();
    assertThatThrownBy(stored::identity).isInstanceOf(IllegalStateException.class);
    assertThat(stored.open(client, unused -> DOCTOR)).isTrue();
    assertThat(stored.isAuthenticated()).isTrue();
    assertThat(stored.getAuthorities()).isEqualTo(citizen.getAuthorities());
    assertThat(stored.identity().name()).isEqualTo(citizen.identity().name());
    assertThat(stored.session().subject()).isEqualTo(citizen.getName());
    assertThat(stored.changedSinceStored()).isFalse();
  }

  @Test
  void mayWhatTheRulesSayWhenItIsOpenedAndNotWhatASessionStoreSays() throws Exception {
    EidAuthentication citizen = loggedIn(client);
    assertThat(new String(RoundTrip.bytes(citizen), StandardCharsets.ISO_8859_1))
        .doesNotContain("ROLE_DOCTOR");
    EidAuthentication stored = (EidAuthentication) RoundTrip.of(citizen);
    assertThat(stored.open(client, unused -> List.of())).isTrue();
    assertThat(stored.getAuthorities()).isEmpty();
  }

  @Test
  void doesNotOpenWithAnotherKey() throws Exception {
    EidAuthentication stored = (EidAuthentication) RoundTrip.of(loggedIn(client));
    try (EidClient other = builder().storageKey(key("another key of 32 bytes in here.")).build()) {
      assertThatThrownBy(() -> stored.open(other, unused -> DOCTOR))
          .isInstanceOf(UntrustedException.class);
    }
    assertThat(stored.isAuthenticated()).isFalse();
  }

  @Test
  void isNotStoredWithoutAKey() {
    try (EidClient keyless = builder().build()) {
      EidAuthentication citizen = loggedIn(keyless);
      assertThatThrownBy(() -> RoundTrip.bytes(citizen))
          .isInstanceOf(NotSerializableException.class)
          .hasMessageContaining("storage key");
    }
  }

  @Test
  void printsNothing() {
    assertThat(loggedIn(client)).hasToString("EidAuthentication[…]");
  }

  private EidAuthentication loggedIn(EidClient with) {
    BrowserSession browser = BrowserSession.of(UUID.randomUUID().toString());
    LoginRequest login =
        LoginRequest.returningTo(URI.create("http://localhost/callback"))
            .asking(Claim.NAME, Claim.CITIZEN_ID);
    URI link = with.redirectLogin().start(login, browser).authorizationUri();
    Approved approved = (Approved) with.redirectLogin().finish(cameBackAs(link), browser);
    return new EidAuthentication(approved, DOCTOR);
  }

  private static URI cameBackAs(URI link) {
    try {
      HttpURLConnection connection = (HttpURLConnection) link.toURL().openConnection();
      connection.setInstanceFollowRedirects(false);
      return URI.create(connection.getHeaderField("Location"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private EidClient.Builder builder() {
    return EidClient.builder(
        Environment.sandbox(mock.issuer()),
        mock.clientId(),
        ClientKey.fromJwk(mock.clientKeyJwk()));
  }

  private static StorageKey key(String text) {
    return StorageKey.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}
