package vn.eid.diagnosis;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import vn.eid.EidException;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;

/** Why no answer came, told by the failure's type. */
final class Unreached {
  private final Topic topic;
  private final HttpUrl url;
  private final String server;

  Unreached(Topic topic, HttpUrl url) {
    this.topic = topic;
    this.url = url;
    this.server = url.host() + ":" + url.port();
  }

  Finding of(Exception failure) {
    if (failure instanceof UnknownHostException) {
      return problem(
          "The name " + url.host() + " is not known (DNS).",
          "Check the spelling, and that this server can resolve the provider's name.",
          Actor.YOU);
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return problem(
          "Nothing answers at " + server + ": the provider is down, or a firewall is in between.",
          "Check host and port; ask whether the provider is up and takes calls from this server.",
          Actor.PROVIDER);
    }
    return BadCertificate.in(failure)
        .map(bad -> problem(bad.sentence(url.host()), bad.advice(), bad.actor()))
        .orElseGet(() -> broken(failure));
  }

  private Finding broken(Exception failure) {
    if (failure instanceof EidException) {
      return problem(
          "The answer of " + server + " is larger than any honest one.",
          "Check the address; tell the provider.",
          Actor.PROVIDER);
    }
    if (failure instanceof SSLException) {
      return problem(
          "No TLS connection to " + server + ": the handshake failed.",
          "Check that https is served at this port, with TLS 1.2 or 1.3.",
          Actor.PROVIDER);
    }
    if (failure instanceof SocketTimeoutException) {
      return noAnswer();
    }
    if (Thread.currentThread().isInterrupted()) {
      return Finding.notChecked(
          topic, lookedAt(), "The diagnosis was interrupted.", "Diagnose again.", Actor.YOU);
    }
    // OkHttp ends a call that takes too long so.
    return failure instanceof InterruptedIOException ? noAnswer() : cutOff();
  }

  private Finding noAnswer() {
    return problem(
        "No answer from " + server + " in time.",
        "Ask whether the provider is up and a firewall lets this server through.",
        Actor.PROVIDER);
  }

  private Finding cutOff() {
    return problem(
        "The connection to " + server + " broke before an answer came.",
        "Ask whether a firewall or proxy cuts it off, and whether the provider is up.",
        Actor.NETWORK);
  }

  private Finding problem(String found, String advice, Actor actor) {
    return Finding.problem(topic, lookedAt(), found, advice, actor);
  }

  private String lookedAt() {
    return "a request to " + Shown.uri(url.uri());
  }
}
