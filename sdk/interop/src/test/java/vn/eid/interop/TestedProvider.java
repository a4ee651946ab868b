package vn.eid.interop;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import vn.eid.ClientKey;
import vn.eid.EidClient;

/** An OpenID provider that runs on this machine, with one application registered and people. */
interface TestedProvider {
  /** What every provider registers for the application; nothing listens there. */
  URI CALLBACK = URI.create("https://app.example/callback");

  /** Where it sends the browser after a logout. */
  URI SIGNED_OUT = URI.create("https://app.example/signed-out");

  /** A client of the registered application with a key of choice. */
  EidClient.Builder client(ClientKey key);

  /** The key that is registered for it, with what it decrypts with where that is registered. */
  ClientKey registeredKey();

  /** Whether the provider knows the claims of Vietnam's e-ID. */
  default boolean isNational() {
    return false;
  }

  /** A person opens a page in a browser and decides; where that sends the browser. */
  URI visit(Browser browser, URI page, Person person);

  /** A protected address: to GET and POST it tells whose token came ({@code sub}). */
  URI protectedApi();

  /** What a login asks for, to call that address and to renew its token. */
  String[] scopes();

  /** How long an access token lives. */
  Duration accessTokenLife();

  /** The provider's clock. */
  default Clock clock() {
    return Clock.systemUTC();
  }

  /** Lets time pass. */
  default void pass(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }

  /** Where the provider's own messages to the application arrive. */
  Inbox inbox();

  /** A person logs out on the provider's own page, without the application. */
  void logOutAtProvider(Browser browser, Person person);
}
