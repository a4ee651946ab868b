package vn.eid.diagnosis;

import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import vn.eid.EidException;
import vn.eid.Environment;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.jose.SigningKey;

/** What is diagnosed: the client as it is configured, and its way to the provider. */
record Setting(Connection connection, SigningKey key, Operation operation) {

  String issuer() {
    return connection.environment().issuer().toString();
  }

  /** A document of the issuer's; null where no HTTP request can go to such an address. */
  @Nullable HttpUrl wellKnown() {
    String base = issuer().endsWith("/") ? issuer().substring(0, issuer().length() - 1) : issuer();
    return HttpUrl.parse(base + "/.well-known/openid-configuration");
  }

  Answer read(HttpUrl url) {
    return ask(WireRequest.get(operation, url));
  }

  /** Sends one request and keeps whatever comes of it. */
  Answer ask(WireRequest request) {
    long start = System.nanoTime();
    try {
      var response = connection.wire().probe(request);
      return new Answer.Came(response, Duration.ofNanos(System.nanoTime() - start));
    } catch (EidException e) {
      return new Answer.Broke(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        // OkHttp lets it out unannounced; whoever interrupted must still be heard.
        Thread.currentThread().interrupt();
      }
      return new Answer.Broke(e);
    }
  }

  String title() {
    Environment environment = connection.environment();
    return "Diagnosis of the client "
        + Shown.text(connection.clientId())
        + " at "
        + Shown.uri(environment.issuer())
        + (environment.isSandbox() ? " (sandbox)" : " (production)")
        + "\nTrace "
        + operation.traceId()
        + ", "
        + connection.clock().instant();
  }
}
