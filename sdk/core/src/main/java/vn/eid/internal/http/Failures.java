package vn.eid.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import vn.eid.EidException;
import vn.eid.UntrustedException.Check;

/** What a broken connection means for the caller. */
final class Failures {
  private Failures() {}

  static EidException of(WireRequest request, IOException failure) {
    EidException exception = named(request, failure);
    // OkHttp's messages name host and port, never a query, a header or a body.
    exception.initCause(failure);
    return exception;
  }

  private static EidException named(WireRequest request, IOException failure) {
    String host = request.url.host() + ":" + request.url.port();
    if (failure instanceof UnknownHostException) {
      return never(request, "The name " + request.url.host() + " is not known. Check the issuer.");
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return never(request, "Nothing answers at " + host + ". Check the issuer and the network.");
    }
    if (failure instanceof SSLException) {
      return request.operation.untrusted(
          Check.TLS, "No trusted TLS connection to " + host + ". Check its certificate.");
    }
    String problem =
        failure instanceof InterruptedIOException
            ? "No answer from " + host + " in time."
            : "The connection to " + host + " broke.";
    return request.operation.unavailable(request.changesSomething(), problem);
  }

  private static EidException never(WireRequest request, String problem) {
    return request.operation.unavailable(false, problem);
  }
}
