package vn.eid.mock.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One half of an exchange as a page shows it: nothing in it is a secret or about a person.
 *
 * @param tokens the signed tokens that it carries
 * @param body the body; empty where it is shown as parameters, or not at all
 * @param length how many bytes the body had
 */
public record ShownMessage(
    List<Line> headers, List<Line> parameters, List<Token> tokens, String body, int length) {

  /** A name and what is shown of its value. */
  public record Line(String name, String value) {}

  /** A signed token, by the name of the parameter, header or member that it came in. */
  public record Token(String name, JwsParts parts) {}

  private static final int MOST = 100;

  /** The request of a step: its query and its form are the parameters. */
  public static ShownMessage request(Step step) {
    List<Pair> pairs = new ArrayList<>(Pair.parse(step.query()));
    boolean isForm = isForm(step.request());
    if (isForm) {
      pairs.addAll(Pair.parse(new String(step.request().body(), StandardCharsets.UTF_8)));
    }
    return of(step.request(), pairs, isForm ? "" : body(step.request()));
  }

  /** The answer of a step: what its redirect carries are the parameters. */
  public static ShownMessage answer(Step step) {
    String location = step.answer().header("location").orElse("");
    int mark = location.indexOf('?');
    return of(
        step.answer(),
        mark < 0 ? List.of() : Pair.parse(location.substring(mark + 1)),
        body(step.answer()));
  }

  static boolean isForm(Message message) {
    return message.type().equals("application/x-www-form-urlencoded");
  }

  private static ShownMessage of(Message message, List<Pair> pairs, String body) {
    List<Line> headers = new ArrayList<>();
    List<Token> tokens = new ArrayList<>();
    message
        .headers()
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        add(new Pair(name, value), headers, tokens, headerValue(name, value))));
    List<Line> parameters = new ArrayList<>();
    for (Pair pair : pairs.subList(0, Math.min(pairs.size(), MOST))) {
      add(pair, parameters, tokens, parameterValue(pair));
    }
    TextMembers.of(message).forEach(pair -> signed(pair).ifPresent(tokens::add));
    return new ShownMessage(headers, parameters, tokens, body, message.length());
  }

  private static void add(Pair pair, List<Line> lines, List<Token> tokens, String shown) {
    Optional<Token> token = signed(pair);
    token.ifPresent(tokens::add);
    String value = token.map(one -> "JWS, " + one.parts().signature()).orElse(shown);
    lines.add(new Line(Masked.text(pair.name()), value));
  }

  private static Optional<Token> signed(Pair pair) {
    return pair.value().startsWith("ey")
        ? MaskedJson.jws(pair.value()).map(parts -> new Token(Masked.text(pair.name()), parts))
        : Optional.empty();
  }

  private static String headerValue(String name, String value) {
    if (name.equals("location")) {
      return Masked.path(value.split("\\?", 2)[0]) + (value.contains("?") ? "?…" : "");
    }
    if (name.equals("date")) {
      return Masked.text(value);
    }
    if (name.equals("authorization") && value.contains(" ")) {
      String scheme = value.substring(0, value.indexOf(' '));
      return Masked.text(scheme) + " " + Masked.beginning(value.substring(scheme.length() + 1));
    }
    return Masked.value(name, value);
  }

  private static String parameterValue(Pair pair) {
    boolean isJson = pair.name().equals("claims") || pair.name().equals("authorization_details");
    Optional<String> json =
        isJson
            ? MaskedJson.document(pair.value().getBytes(StandardCharsets.UTF_8))
            : Optional.empty();
    return json.orElseGet(() -> Masked.value(pair.name(), pair.value()));
  }

  // Pages are for people and full of names; what is encrypted says nothing.
  private static String body(Message message) {
    return message.type().contains("json") && !message.isCut()
        ? MaskedJson.document(message.body()).orElse("")
        : "";
  }
}
