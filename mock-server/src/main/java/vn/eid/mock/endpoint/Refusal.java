package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.trace.Mistake;

/**
 * A request that production would refuse: the error that the caller gets, and one plain sentence
 * that says why. The sentence goes to the log and into the answer, so it names no citizen, token or
 * key.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  private transient Optional<Mistake> mistake = Optional.empty();
  private transient Optional<Reply> answer = Optional.empty();

  private Refusal(int status, String code, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
    this.code = code;
  }

  public static Refusal of(int status, String code, String sentence) {
    return new Refusal(status, code, sentence);
  }

  public static Refusal badRequest(String code, String sentence) {
    return new Refusal(400, code, sentence);
  }

  /** Adds a response header, such as {@code WWW-Authenticate}. */
  public Refusal header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Adds a member to the error document. */
  public Refusal member(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Notes what was wanted and what came instead, for the page that says why. */
  public Refusal comparing(String expected, String actual) {
    mistake = Optional.of(new Mistake(expected, actual));
    return this;
  }

  /** Has the caller hear of it by this answer, instead of by one in the style of the route. */
  Refusal answeredBy(Reply reply) {
    answer = Optional.of(reply);
    return this;
  }

  /** The answer that tells of it already, such as a redirect; mostly there is none. */
  public Optional<Reply> answer() {
    return answer;
  }

  public Optional<Mistake> mistake() {
    return mistake;
  }

  public int status() {
    return status;
  }

  /** The OAuth error, or the {@code code} of the problem document. */
  public String code() {
    return code;
  }

  /** Why, in one plain sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  public Map<String, String> headers() {
    return headers;
  }

  public Map<String, Object> members() {
    return members;
  }
}
