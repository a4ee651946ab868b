package vn.eid.interop;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;

/** Our own mock server, held to the same contracts as the providers of others. */
final class MockProvider implements TestedProvider, AutoCloseable {
  private final Inbox inbox = new Inbox();
  private final EidMock mock =
      EidMock.start(MockOptions.defaults().deliverLogoutTo(inbox.address("/logout")));

  @Override
  public EidClient.Builder client(ClientKey key) {
    return EidClient.builder(Environment.sandbox(mock.issuer()), mock.clientId(), key)
        .clock(mock.clock());
  }

  @Override
  public ClientKey registeredKey() {
    return ClientKey.fromJwk(mock.clientKeyJwk());
  }

  @Override
  public boolean isNational() {
    return true;
  }

  @Override
  public URI visit(Browser browser, URI page, Person person) {
    mock.signsIn(person.number());
    return browser.open(page);
  }

  @Override
  public URI protectedApi() {
    return mock.issuer().resolve("/sandbox/v1/echo");
  }

  @Override
  public String[] scopes() {
    return new String[] {"sandbox", "offline_access"};
  }

  @Override
  public Duration accessTokenLife() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Clock clock() {
    return mock.clock();
  }

  @Override
  public void pass(Duration time) {
    mock.advance(time);
  }

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public void logOutAtProvider(Browser browser, Person person) {
    mock.endSessionsOf(mock.citizen(person.number()));
    mock.awaitDeliveries();
  }

  @Override
  public void close() {
    mock.close();
    inbox.close();
  }
}
