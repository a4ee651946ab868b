package vn.eid.internal.http;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;
import vn.eid.EidException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.WordlessCause;

/** What a broken connection means for the caller. */
final class Failures {
  private Failures() {}

  static EidException of(WireRequest request, Exception failure) {
    EidException exception = named(request, failure);
    exception.initCause(WordlessCause.of(failure));
    return exception;
  }

  private static EidException named(WireRequest request, Exception failure) {
    String host = request.url.host() + ":" + request.url.port();
    if (failure instanceof UnknownHostException) {
      return unavailable(
          request, "The name " + request.url.host() + " is not known. Check the issuer.");
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return unavailable(
          request, "Nothing answers at " + host + ". Check the issuer and the network.");
    }
    if (isAboutTheCertificate(failure)) {
      return request.operation.untrusted(
          Check.TLS, "No trusted TLS connection to " + host + ". Check its certificate.");
    }
    if (failure instanceof InterruptedException) {
      // OkHttp lets it out unannounced; whoever interrupted must still be heard.
      Thread.currentThread().interrupt();
      return unavailable(request, "The call was interrupted.");
    }
    return unavailable(
        request,
        failure instanceof InterruptedIOException
            ? "No answer from " + host + " in time."
            : "The connection to " + host + " broke.");
  }

  /** A handshake that was merely cut off is an outage; a certificate that is wrong is an alarm. */
  static boolean isAboutTheCertificate(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof CertificateException || t instanceof SSLPeerUnverifiedException) {
        return true;
      }
    }
    return false;
  }

  private static EidException unavailable(WireRequest request, String problem) {
    return request.operation.unavailable(request.mayHaveTakenEffect(), problem);
  }
}
