package vn.eid.mock.endpoint;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An answer of the mock server, before a fault may change it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, List<Header> headers, byte[] body, Transit transit) {

  /** One header line; a name may stand in several. */
  public record Header(String name, String value) {}

  public Reply(int status, List<Header> headers, byte[] body) {
    this(status, headers, body, Transit.PLAIN);
  }

  public static Reply json(int status, Object body) {
    return typed(status, "application/json", Json.bytes(body)).with("Cache-Control", "no-store");
  }

  public static Reply html(int status, String page) {
    return typed(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8))
        .with("Cache-Control", "no-store");
  }

  public static Reply typed(int status, String contentType, byte[] body) {
    return new Reply(status, List.of(new Header("Content-Type", contentType)), body);
  }

  /** 303: the browser follows with GET, also after a form (RFC 9700, section 4.12). */
  public static Reply redirect(URI target) {
    return new Reply(303, List.of(new Header("Location", target.toString())), new byte[0]);
  }

  /** No answer: the connection is cut. Only a fault does that. */
  public static Reply connectionReset() {
    return noContent().by(Transit.Way.RESET, Duration.ZERO);
  }

  /** No answer: bytes that are no HTTP, and then the end. Only a fault does that. */
  public static Reply garbage() {
    return noContent().by(Transit.Way.GARBAGE, Duration.ZERO);
  }

  /** The same answer, of which only the first half arrives. Only a fault does that. */
  public Reply cutInTheMiddle() {
    Reply whole = with("Content-Length", Integer.toString(body.length));
    Reply half = new Reply(status, whole.headers(), Arrays.copyOf(body, body.length / 2));
    return half.by(Transit.Way.CUT, Duration.ZERO);
  }

  /** The same answer, after a while. Only a fault does that. */
  public Reply late(Duration time) {
    return by(Transit.Way.LATE, time);
  }

  /** The same answer, a piece at a time. Only a fault does that. */
  public Reply dripping(Duration time) {
    return by(Transit.Way.DRIP, time);
  }

  private Reply by(Transit.Way way, Duration time) {
    return new Reply(status, headers, body, new Transit(way, time));
  }

  public static Reply noContent() {
    return new Reply(204, List.of(), new byte[0]);
  }

  /** The same answer with one more header. */
  public Reply with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Reply(status, List.copyOf(more), body, transit);
  }
}
