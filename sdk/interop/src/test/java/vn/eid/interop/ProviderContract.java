package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.eid.EidClient;
import vn.eid.StorageKey;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.RedirectLogin;

/** What the contracts share: an application at a provider, and a person's browser. */
abstract class ProviderContract {
  private static final StorageKey STORAGE = StorageKey.of(new byte[32]);

  final BrowserSession session = newBrowserSession();
  final Browser browser = new Browser();
  TestedProvider provider;
  EidClient client;

  /** The provider that is held to the contract. */
  abstract TestedProvider provider();

  @BeforeEach
  void open() {
    provider = provider();
    provider.inbox().clear();
    client = storing(provider).build();
  }

  @AfterEach
  void close() {
    client.close();
  }

  /** A client of the application, as each of its servers has one. */
  static EidClient.Builder storing(TestedProvider provider) {
    return provider.client(provider.registeredKey()).storageKey(STORAGE);
  }

  RedirectLogin login() {
    return client.redirectLogin();
  }

  LoginOutcome logIn(LoginRequest request, Person person) {
    return login().finish(callback(request, person), session);
  }

  URI callback(LoginRequest request, Person person) {
    return provider.visit(browser, login().start(request, session).authorizationUri(), person);
  }

  static LoginRequest request() {
    return LoginRequest.returningTo(TestedProvider.CALLBACK);
  }

  static BrowserSession newBrowserSession() {
    return BrowserSession.of(UUID.randomUUID().toString());
  }

  static LoginOutcome.Approved approved(LoginOutcome outcome) {
    assertThat(outcome).isInstanceOf(LoginOutcome.Approved.class);
    return (LoginOutcome.Approved) outcome;
  }
}
