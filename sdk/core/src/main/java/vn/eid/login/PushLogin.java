package vn.eid.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import vn.eid.EidException;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.Pings;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.oauth.SecretValues;

/**
 * e-ID login by push to the citizen's phone, for a screen that has no browser of the citizen's, or
 * without leaving yours: {@link #start} has the phone ask, {@link #check} tells whether the citizen
 * has answered.
 *
 * <p>It speaks OpenID Connect CIBA Core 1.0 in the modes poll and ping, with the same client
 * signatures, bound tokens and id token checks as a login in the browser. This class is
 * thread-safe.
 */
public final class PushLogin {
  private final Connection connection;
  private final Pushes pushes;
  private final Map<String, Runnable> waiters = new ConcurrentHashMap<>();

  /** Made by {@link vn.eid.EidClient#pushLogin()}. */
  @SuppressWarnings("exports")
  public PushLogin(Connection connection) {
    this.connection = connection;
    this.pushes = new Pushes(connection);
    connection.pings().onArrival(this::pinged);
  }

  /**
   * Has the citizen's phone ask. Anybody can type anybody's number: limit how often your page lets
   * this be called, or strangers will make phones ring.
   *
   * @throws vn.eid.InvalidRequestException where the provider knows no e-ID account of this number,
   *     or does not take the message; also for a synthetic number in production, or a real one in a
   *     sandbox
   * @throws vn.eid.ClientRejectedException where the provider offers no push login to this client
   * @throws UnavailableException where the provider cannot be reached; never repeated by itself
   */
  public PushStart start(PushRequest request, BrowserSession browser) {
    Operation operation = Operation.named("pushLogin.start");
    connection.admitToSend(operation, request.citizen());
    String pingToken = SecretValues.token();
    String code = SecretValues.verificationCode();
    WireResponse response =
        connection
            .provider()
            .pushLogin(operation, BackchannelRequest.parameters(request, code, pingToken));
    if (!response.isSuccess()) {
      throw BackchannelRequest.refusal(connection, operation, response);
    }
    BackchannelAnswer answer =
        BackchannelAnswer.of(
            connection, operation, request, response.json("The answer to the push request"));
    PushId id = new PushId(SecretValues.token());
    String name = Pending.name(id.value(), browser);
    Instant now = connection.clock().instant();
    pushes.put(operation, name, PendingPush.of(request, answer, now, connection.crypto()));
    connection
        .pings()
        .await(
            operation,
            pingToken,
            new Pings.Awaited(answer.authReqId(), id.value(), name),
            Duration.between(now, answer.answerBy()));
    return new PushStart(id, code, answer.appLink(), answer.answerBy());
  }

  /**
   * How a push stands. Holds no thread while the citizen makes up their mind: let your page ask
   * every second or two; the provider is asked no more often than it allows.
   *
   * @throws vn.eid.UntrustedException with {@code STATE} where no push of this handle waits in this
   *     browser; with another check where something received fails it
   * @throws UnavailableException where the provider cannot be reached; the push goes on waiting
   */
  public PushStatus check(PushId id, BrowserSession browser) {
    return check(Operation.named("pushLogin.check"), Pending.name(id.value(), browser));
  }

  private PushStatus check(Operation operation, String name) {
    PendingPush push = found(operation, name);
    Instant now = connection.clock().instant();
    if (!now.isBefore(push.finishBy())) {
      pushes.finish(operation, name);
      return new PushStatus.Finished(new LoginOutcome.Expired());
    }
    Optional<Duration> wait = push.waitAt(now);
    if (wait.isPresent()) {
      return new PushStatus.Waiting(wait.get());
    }
    Optional<PendingPush> turn = pushes.takeTurn(operation, name);
    // Where another thread or node was faster, it has the turn, or has finished.
    return turn.isPresent() ? ask(operation, name, turn.get()) : check(operation, name);
  }

  /**
   * Waits until the citizen has answered or the time is over, on the calling thread. A provider
   * that cannot be reached meanwhile is asked again.
   *
   * @throws vn.eid.UntrustedException as {@link #check}
   * @throws InterruptedException where the thread is interrupted; the push goes on waiting
   */
  public LoginOutcome await(PushId id, BrowserSession browser) throws InterruptedException {
    while (true) {
      PushStatus status = checkPatiently(id, browser);
      if (status instanceof PushStatus.Finished finished) {
        return finished.outcome();
      }
      connection.sleeper().sleep(((PushStatus.Waiting) status).nextCheckIn());
    }
  }

  /**
   * The same without a thread that waits: a thousand of these need a handful of threads. They are
   * the client's own and end with it, and they run what you attach to the future; so attach with
   * {@code thenAcceptAsync} and an executor of yours what takes its time. Cancelling the future
   * stops the asking; closing the client cancels it. It fails with what {@link #check} throws,
   * outages excepted.
   *
   * @throws vn.eid.UntrustedException with {@code STATE} where no push of this handle waits in this
   *     browser
   */
  public CompletableFuture<LoginOutcome> outcome(PushId id, BrowserSession browser) {
    PendingPush unused =
        found(Operation.named("pushLogin.outcome"), Pending.name(id.value(), browser));
    PushWait wait = new PushWait(connection.timer(), () -> checkPatiently(id, browser));
    tellOfPings(id, wait);
    wait.now();
    return wait.outcome();
  }

  /**
   * Forgets a push: an approval that comes later is not taken. The phone goes on asking until the
   * time is over, because CIBA has no message for it.
   */
  public void cancel(PushId id, BrowserSession browser) {
    pushes.finish(Operation.named("pushLogin.cancel"), Pending.name(id.value(), browser));
  }

  private void tellOfPings(PushId id, PushWait wait) {
    Runnable now = wait::now;
    waiters.put(id.value(), now);
    CompletableFuture<LoginOutcome> unused =
        wait.outcome().whenComplete((value, failure) -> waiters.remove(id.value(), now));
  }

  /** The citizen has answered: whoever asks next need not wait, and who waits here asks now. */
  private void pinged(Operation operation, Pings.Awaited notice) {
    Instant now = connection.clock().instant();
    pushes.change(operation, notice.name(), push -> push.pingedAt(now));
    Optional.ofNullable(waiters.get(notice.handle())).ifPresent(Runnable::run);
  }

  /** A provider that is out of order or busy for a while is no answer of the citizen's. */
  private PushStatus checkPatiently(PushId id, BrowserSession browser) {
    try {
      return check(id, browser);
    } catch (RateLimitedException e) {
      PendingPush push =
          found(Operation.named("pushLogin.check"), Pending.name(id.value(), browser));
      Instant now = connection.clock().instant();
      return new PushStatus.Waiting(push.untilTheEndAtMost(e.retryAfter(), now));
    } catch (UnavailableException e) {
      return new PushStatus.Waiting(Duration.ofSeconds(5));
    }
  }

  private PendingPush found(Operation operation, String name) {
    return pushes
        .find(operation, name)
        .orElseThrow(
            () ->
                operation.untrusted(
                    Check.STATE,
                    "No push of this handle waits in this browser: it was finished before, began in"
                        + " another browser, or was never started. Start the login again."));
  }

  private PushStatus ask(Operation operation, String name, PendingPush push) {
    PushPoll poll = new PushPoll(connection, operation, push);
    boolean over = false;
    try {
      Optional<LoginOutcome> outcome = poll.outcome();
      if (outcome.isEmpty()) {
        return waiting(push, poll);
      }
      over = true;
      return new PushStatus.Finished(finished(operation, name, outcome.get()));
    } catch (RateLimitedException | UnavailableException e) {
      throw e;
    } catch (EidException e) {
      over = true;
      pushes.finish(operation, name);
      throw e;
    } finally {
      // Whatever was thrown, by the application's HTTP client too: nobody could ask any more.
      if (!over) {
        giveTurnBack(operation, name, poll.isToSlowDown());
      }
    }
  }

  /** Cancelled meanwhile, or finished by another node: nobody is to be logged in any more. */
  private LoginOutcome finished(Operation operation, String name, LoginOutcome outcome) {
    return pushes.finish(operation, name) ? outcome : new LoginOutcome.Expired();
  }

  private PushStatus.Waiting waiting(PendingPush push, PushPoll poll) {
    Duration interval = poll.isToSlowDown() ? push.slower().interval() : push.interval();
    return new PushStatus.Waiting(push.untilTheEndAtMost(interval, connection.clock().instant()));
  }

  private void giveTurnBack(Operation operation, String name, boolean slower) {
    Instant now = connection.clock().instant();
    pushes.change(operation, name, push -> (slower ? push.slower() : push).answeredAt(now));
  }
}
