package vn.eid.mock.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import vn.eid.mock.Fault;
import vn.eid.mock.Injection;
import vn.eid.mock.endpoint.Endpoint;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;

/**
 * Stands before an endpoint that applications call: keeps a request from it, or spoils its good
 * answer on the way. A refusal stays a refusal.
 */
public final class TransportFaults implements Endpoint {
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
  private static final Duration USUAL_TIME = Duration.ofMinutes(1);

  private static final Map<Fault, UnaryOperator<Reply>> SPOILED = new LinkedHashMap<>();

  static {
    SPOILED.put(Fault.TRANSPORT_RESET_AFTER, good -> Reply.connectionReset());
    SPOILED.put(Fault.TRANSPORT_GARBAGE, good -> Reply.garbage());
    SPOILED.put(Fault.TRANSPORT_TRUNCATED, Reply::cutInTheMiddle);
    SPOILED.put(Fault.TRANSPORT_GARBAGE_BODY, good -> with(good, noise(good.body().length)));
    SPOILED.put(Fault.TRANSPORT_EMPTY, good -> with(good, new byte[0]));
    SPOILED.put(Fault.TRANSPORT_OVERSIZED, TransportFaults::oversized);
    SPOILED.put(Fault.TRANSPORT_WRONG_TYPE, TransportFaults::asText);
    SPOILED.put(
        Fault.TRANSPORT_PAGE,
        good -> Reply.html(200, "<!DOCTYPE html><title>Bảo trì</title><p>Hệ thống đang bảo trì."));
    SPOILED.put(
        Fault.TRANSPORT_REDIRECT,
        good -> new Reply(302, good.headers(), new byte[0]).with("Location", "/jwks"));
  }

  private final Faults faults;
  private final Endpoint endpoint;

  public TransportFaults(Faults faults, Endpoint endpoint) {
    this.faults = faults;
    this.endpoint = endpoint;
  }

  @Override
  public void checkSize(int bytes) {
    endpoint.checkSize(bytes);
  }

  @Override
  public Reply answer(Exchange exchange) {
    if (faults.fires(Fault.TRANSPORT_RESET)) {
      return Reply.connectionReset();
    }
    refuse();
    Reply reply = endpoint.answer(exchange);
    for (Map.Entry<Fault, UnaryOperator<Reply>> spoiled : SPOILED.entrySet()) {
      if (faults.fires(spoiled.getKey())) {
        return spoiled.getValue().apply(reply);
      }
    }
    return slowed(reply);
  }

  private void refuse() {
    if (faults.fires(Fault.TRANSPORT_RATE_LIMITED)) {
      throw busy().header("Retry-After", "7");
    }
    if (faults.fires(Fault.TRANSPORT_RATE_LIMITED_WITHOUT_TIME)) {
      throw busy();
    }
    refuse(Fault.TRANSPORT_HTTP_ERROR_500, 500, "The server failed before it did anything.");
    refuse(Fault.TRANSPORT_HTTP_ERROR_502, 502, "The server behind the gateway cannot be reached.");
    refuse(Fault.TRANSPORT_HTTP_ERROR_503, 503, "The server is out of service; try again.");
  }

  private void refuse(Fault fault, int status, String sentence) {
    if (faults.fires(fault)) {
      throw Refusal.of(
          status, status == 500 ? "server_error" : "temporarily_unavailable", sentence);
    }
  }

  private static Refusal busy() {
    return Refusal.of(429, "temporarily_unavailable", "Too many requests; nothing was done.");
  }

  private Reply slowed(Reply reply) {
    Optional<Injection> delay = faults.firing(Fault.TRANSPORT_DELAY);
    if (delay.isPresent()) {
      return reply.late(delay.get().time().orElse(USUAL_TIME));
    }
    return faults
        .firing(Fault.TRANSPORT_SLOW_DRIP)
        .map(drip -> reply.dripping(drip.time().orElse(USUAL_TIME)))
        .orElse(reply);
  }

  // Before the answer, because a reader of streams stops where the document ends.
  private static Reply oversized(Reply good) {
    byte[] large = new byte[TEN_MEGABYTES + good.body().length];
    Arrays.fill(large, 0, TEN_MEGABYTES, (byte) ' ');
    System.arraycopy(good.body(), 0, large, TEN_MEGABYTES, good.body().length);
    return with(good, large);
  }

  private static Reply asText(Reply good) {
    List<Reply.Header> headers = new ArrayList<>(good.headers());
    headers.replaceAll(
        header ->
            header.name().equals("Content-Type")
                ? new Reply.Header("Content-Type", "text/plain; charset=utf-8")
                : header);
    return new Reply(good.status(), List.copyOf(headers), good.body());
  }

  private static Reply with(Reply good, byte[] body) {
    return new Reply(good.status(), good.headers(), body);
  }

  // The same noise each time, so that a test that fails fails again.
  private static byte[] noise(int length) {
    byte[] noise = new byte[Math.max(length, 64)];
    new Random(6).nextBytes(noise);
    return noise;
  }
}
