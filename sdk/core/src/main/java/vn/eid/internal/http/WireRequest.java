package vn.eid.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.json.Json;

/**
 * What one call is meant to be; the pipeline makes a freshly signed HTTP request of it each time.
 */
public final class WireRequest {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType JSON_LINES = MediaType.get("application/x-ndjson");
  private static final long DEFAULT_LIMIT = 1L << 20;

  final Operation operation;
  final HttpUrl url;
  final Map<String, String> headers = new LinkedHashMap<>();
  @Nullable Map<String, String> form;
  byte @Nullable [] json;
  private MediaType type = JSON;
  boolean authenticated;
  @Nullable String probingAudience;
  @Nullable Proof proof;
  boolean repeatable;
  private boolean counted;
  private boolean question;
  boolean longPoll;
  private final AtomicInteger sent = new AtomicInteger();
  long limit = DEFAULT_LIMIT;

  private WireRequest(Operation operation, HttpUrl url) {
    this.operation = operation;
    this.url = url;
  }

  /** Reads; may be repeated. */
  public static WireRequest get(Operation operation, HttpUrl url) {
    return new WireRequest(operation, url).repeatable();
  }

  public static WireRequest form(Operation operation, HttpUrl url, Map<String, String> form) {
    WireRequest request = new WireRequest(operation, url);
    request.form = form;
    return request;
  }

  public static WireRequest json(Operation operation, HttpUrl url, Object body) {
    return written(operation, url, Json.bytes(body));
  }

  /** With JSON that is written already, because its hash counts. */
  public static WireRequest written(Operation operation, HttpUrl url, byte[] json) {
    WireRequest request = new WireRequest(operation, url);
    request.json = json;
    return request;
  }

  /** Several JSON objects, one a line. */
  public static WireRequest jsonLines(Operation operation, HttpUrl url, byte[] lines) {
    WireRequest request = written(operation, url, lines);
    request.type = JSON_LINES;
    return request;
  }

  /** Signed in with the client's key. */
  public WireRequest authenticated() {
    authenticated = true;
    return this;
  }

  /**
   * Signed in with an assertion for another audience than the issuer: for a diagnosis alone, which
   * asks whether the provider wants one. Whoever calls this makes sure that the audience is the
   * provider's own, or somebody else could be signed in to with it.
   */
  public WireRequest probingAudience(String audience) {
    probingAudience = audience;
    return authenticated();
  }

  /** With a DPoP proof by this key. */
  public WireRequest provenBy(SigningKey key) {
    proof = new Proof(key, null);
    return this;
  }

  /** With an access token that is bound to this key. */
  public WireRequest withToken(String token, SigningKey key) {
    proof = new Proof(key, token);
    return this;
  }

  /** Safe to send again when the answer is lost: it reads, or carries an idempotency key. */
  public WireRequest repeatable() {
    repeatable = true;
    return this;
  }

  /** Sent once, because whoever asks repeats by itself where the answer breaks off. */
  public WireRequest unrepeated() {
    repeatable = false;
    return this;
  }

  /** More than a question although it reads: its first answer is counted. */
  public WireRequest counted() {
    counted = true;
    return this;
  }

  /** The server may let it wait for as long as the call may take. */
  public WireRequest longPoll() {
    longPoll = true;
    return this;
  }

  /** A question although it is posted: it changes nothing at the server, done once or often. */
  public WireRequest changesNothing() {
    question = true;
    return this;
  }

  public WireRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** The largest answer that is read, in bytes. */
  public WireRequest limit(long bytes) {
    limit = bytes;
    return this;
  }

  /** Told by the pipeline that the request is on its way to the server. */
  void isSent() {
    sent.incrementAndGet();
  }

  int timesSent() {
    return sent.get();
  }

  /** Whether the server may have acted: it was sent something that is more than a question. */
  boolean mayHaveTakenEffect() {
    return timesSent() > 0 && changesSomething();
  }

  private boolean changesSomething() {
    return counted || (!question && (form != null || json != null));
  }

  /** Told by the pipeline that the answer is a success, or the beginning of one. */
  void isAnswered() {
    if (changesSomething()) {
      operation.hasTakenEffect();
    }
  }

  Request toHttp() {
    Request.Builder http =
        new Request.Builder()
            .url(url)
            .tag(WireRequest.class, this)
            .tag(Proof.class, proof)
            .header("Accept", "application/json");
    headers.forEach(http::header);
    http.header("X-Request-Id", operation.traceId());
    RequestBody body = body();
    return body == null ? http.build() : http.post(body).build();
  }

  private @Nullable RequestBody body() {
    if (form != null) {
      return formBody(form);
    }
    if (json == null) {
      return null;
    }
    RequestBody body = RequestBody.create(json, type);
    return repeatable ? body : new OneShotBody(body);
  }

  /** A form is a grant, a code or an assertion: each works once, so each is sent once. */
  static RequestBody formBody(Map<String, String> form) {
    FormBody.Builder body = new FormBody.Builder();
    form.forEach(body::add);
    return new OneShotBody(body.build());
  }

  static WireRequest of(Request request) {
    WireRequest plan = request.tag(WireRequest.class);
    if (plan == null) {
      throw new IllegalStateException("A request that is not the pipeline's.");
    }
    return plan;
  }
}
