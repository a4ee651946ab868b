package vn.eid.diagnosis;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLPeerUnverifiedException;
import vn.eid.diagnosis.Finding.Actor;

/** Why a server's certificate was refused, told by the chain of causes. */
record BadCertificate(Reason reason, String when) {
  private static final int DEEPEST = 20;

  enum Reason {
    EXPIRED,
    NOT_YET_VALID,
    OTHER_NAME,
    UNTRUSTED
  }

  /** Empty where the failure is not about a certificate. */
  static Optional<BadCertificate> in(Exception failure) {
    if (has(failure, CertificateExpiredException.class)) {
      return bad(Reason.EXPIRED, date(failure, certificate -> certificate.getNotAfter()));
    }
    if (has(failure, CertificateNotYetValidException.class)) {
      return bad(Reason.NOT_YET_VALID, date(failure, certificate -> certificate.getNotBefore()));
    }
    if (has(failure, SSLPeerUnverifiedException.class)) {
      return bad(Reason.OTHER_NAME, "");
    }
    return has(failure, CertificateException.class) ? bad(Reason.UNTRUSTED, "") : Optional.empty();
  }

  String sentence(String host) {
    return switch (reason) {
      case EXPIRED -> "The certificate of " + host + " has expired" + on() + ".";
      case NOT_YET_VALID -> "The certificate of " + host + " is not valid yet" + on() + ".";
      case OTHER_NAME -> "The certificate shown at " + host + " is made out to another name.";
      case UNTRUSTED ->
          "The certificate of " + host + " was issued by nobody whom this client trusts.";
    };
  }

  String advice() {
    return switch (reason) {
      case EXPIRED ->
          "Tell the provider to renew it. Where that date is still to come, this server's clock is"
              + " wrong. Never switch the check off.";
      case NOT_YET_VALID -> "Check this server's clock first; then tell the provider.";
      case OTHER_NAME ->
          "Check the host of the issuer. Where it is right, tell the provider, or the operator of"
              + " the proxy in between.";
      case UNTRUSTED ->
          "Where the provider, or a proxy that inspects TLS, has a certificate authority of its"
              + " own, put that into the trust store of the HTTP client. Never switch the check off.";
    };
  }

  Actor actor() {
    return reason == Reason.EXPIRED ? Actor.PROVIDER : Actor.YOU;
  }

  private String on() {
    return when.isEmpty() ? "" : " (" + when + ")";
  }

  private static Optional<BadCertificate> bad(Reason reason, String when) {
    return Optional.of(new BadCertificate(reason, when));
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    return first(failure, type).isPresent();
  }

  /** The validator names the certificate that failed. */
  private static String date(Throwable failure, Function<X509Certificate, java.util.Date> limit) {
    return first(failure, CertPathValidatorException.class)
        .filter(found -> found.getCertPath() != null && found.getIndex() >= 0)
        .map(found -> found.getCertPath().getCertificates().get(found.getIndex()))
        .filter(X509Certificate.class::isInstance)
        .map(certificate -> limit.apply((X509Certificate) certificate).toInstant())
        .map(Instant::toString)
        .orElse("");
  }

  private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < DEEPEST; i++, cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
