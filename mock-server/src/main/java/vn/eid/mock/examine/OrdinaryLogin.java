package vn.eid.mock.examine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import vn.eid.mock.EidMock;
import vn.eid.mock.SeenRequest;

/** The login that must work, or a refusal would prove nothing. */
final class OrdinaryLogin {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST_TOLD = 5;
  private static final int TOLD_EVERY = 10;

  private final EidMock mock;
  private final URI loginPage;
  private final LoginTrials logins;
  private final Patience patience;

  OrdinaryLogin(EidMock mock, URI loginPage, LoginTrials logins, Patience patience) {
    this.mock = mock;
    this.loginPage = loginPage;
    this.logins = logins;
    this.patience = patience;
  }

  /** Waits until the application listens. No page is asked for: that may fetch something. */
  void awaitApplication(Progress progress) throws Inconclusive, InterruptedException {
    long until = System.nanoTime() + patience.start().toNanos();
    for (int round = 0; !listens(); round++) {
      long left = Duration.ofNanos(until - System.nanoTime()).toSeconds();
      if (System.nanoTime() > until) {
        throw new Inconclusive(
            "Nothing listens at " + Visit.address(loginPage) + "; start the application.");
      }
      if (round % TOLD_EVERY == 0) {
        progress.waits(waitsFor(left));
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private String waitsFor(long seconds) {
    return "Nothing listens at "
        + Visit.address(loginPage)
        + " yet. Start the application now, with the issuer "
        + mock.issuer()
        + " and the client "
        + mock.clientId()
        + "; it is waited for, "
        + seconds
        + " seconds more.";
  }

  private boolean listens() {
    boolean https = "https".equals(loginPage.getScheme());
    int port = loginPage.getPort() > 0 ? loginPage.getPort() : https ? 443 : 80;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(loginPage.getHost(), port), (int) PAUSE.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The login that everything else is measured by.
   *
   * @param tried the names of the faults that did happen before it; empty for none
   */
  void mustSucceedAtFirst(String tried) throws Inconclusive, InterruptedException {
    String opening = "The ordinary login does not succeed, so nothing can be said.";
    if (tried.isEmpty()) {
      mustSucceed(opening, Duration.ZERO);
    } else {
      mustSucceed(
          opening + " (Before it came " + tried + "; --skip leaves them out.)",
          patience.recovery());
    }
  }

  void mustSucceedAfter(Trial trial) throws Inconclusive, InterruptedException {
    mustSucceed(
        "After " + trial.name() + " the ordinary login does not succeed.", patience.recovery());
  }

  void mustSucceed() throws Inconclusive, InterruptedException {
    mustSucceed("The ordinary login does not succeed any more.", patience.recovery());
  }

  // Again and again, where the application may still suffer from a fault.
  private void mustSucceed(String opening, Duration recovery)
      throws Inconclusive, InterruptedException {
    long until = System.nanoTime() + recovery.toNanos();
    Visit visit = logins.ordinary();
    while (!logins.succeeds(visit)) {
      if (isRefusedByTheServer() || System.nanoTime() > until) {
        throw new Inconclusive(opening + " " + whatWasSeen(visit));
      }
      Thread.sleep(PAUSE.toMillis());
      visit = logins.ordinary();
    }
  }

  /** Sees whether the sign of success can say no. */
  void mustFailWhereDeclined(String citizen) throws Inconclusive, InterruptedException {
    if (logins.succeeds(logins.declined(citizen))) {
      throw new Inconclusive(
          "A login that the citizen declined looks like a success too. Choose another"
              + " --success-url or --success-text: one that only somebody who is logged in sees.");
    }
  }

  // It will be so in a minute too. A refusal that the application answered, such as a demand for a
  // nonce, is none: something came after it.
  private boolean isRefusedByTheServer() {
    List<SeenRequest> requests = mock.requests();
    return !requests.isEmpty() && requests.get(requests.size() - 1).status() >= 400;
  }

  private String whatWasSeen(Visit visit) {
    String seen = "The browser " + visit.seen() + ".";
    List<String> refusals = mock.refusals().stream().distinct().limit(MOST_TOLD).toList();
    if (!refusals.isEmpty()) {
      return seen
          + refusals.stream()
              .collect(Collectors.joining("\n  - ", "\nThe mock server refused:\n  - ", ""));
    }
    return mock.requests().isEmpty()
        ? seen
            + " The application asked the mock server nothing: is its issuer "
            + mock.issuer()
            + "?"
        : seen + " The mock server refused nothing; the application's log may say more.";
  }
}
