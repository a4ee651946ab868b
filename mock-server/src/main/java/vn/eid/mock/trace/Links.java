package vn.eid.mock.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What ties one request to another. It is secret, and never shown. */
final class Links {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TOKEN = "token ";
  private static final String SUBJECT = "subject ";
  private static final String REPEATED = "repeated ";
  private static final String CHALLENGE = "code_challenge";

  private static final Set<String> PARAMETERS =
      Set.of(
          "request_uri",
          "code",
          "auth_req_id",
          "refresh_token",
          "login",
          "ticket",
          "id_token_hint");
  private static final List<String> GIVEN =
      List.of(
          "request_uri",
          "auth_req_id",
          "refresh_token",
          "id_token",
          "consent_id",
          "batch_id",
          "case_number");

  private Links() {}

  /** What a request carries. */
  static List<String> used(Step step) {
    List<String> links = new ArrayList<>();
    Stream.concat(Pair.parse(step.query()).stream(), form(step).stream())
        .forEach(pair -> use(pair, links));
    namedInPath(step).ifPresent(links::add);
    step.request()
        .header("authorization")
        .filter(value -> value.regionMatches(true, 0, "DPoP ", 0, 5))
        .ifPresent(value -> links.add(TOKEN + value.substring(5).strip()));
    return links;
  }

  private static void use(Pair pair, List<String> links) {
    if (PARAMETERS.contains(pair.name()) && !pair.value().isEmpty()) {
      links.add(pair.value());
    } else if (pair.name().equals("token")) {
      links.add(TOKEN + pair.value());
      links.add(pair.value());
    } else if (pair.name().equals(CHALLENGE)) {
      links.add(REPEATED + pair.value());
    } else if (pair.name().equals("authorization_details")) {
      JsonNode details = json(pair.value().getBytes(StandardCharsets.UTF_8));
      text(details.path(0), "consent_id").ifPresent(links::add);
    }
  }

  /** What its answer gives for the next request. */
  static List<String> given(Step step) {
    List<String> links = new ArrayList<>();
    JsonNode answer = answer(step);
    GIVEN.forEach(name -> text(answer, name).ifPresent(links::add));
    text(answer, "access_token").ifPresent(token -> links.add(TOKEN + token));
    text(answer, "approval_uri").ifPresent(uri -> links.add(lastPart(uri)));
    step.answer().header("location").ifPresent(target -> redirected(target, links));
    // A client that lacked a nonce pushes the same login again.
    step.refused()
        .flatMap(unused -> form(step, CHALLENGE))
        .ifPresent(challenge -> links.add(REPEATED + challenge));
    return links;
  }

  private static void redirected(String target, List<String> links) {
    String[] halves = target.split("\\?", 2);
    Pair.parse(halves.length < 2 ? "" : halves[1]).stream()
        .filter(pair -> pair.name().equals("code"))
        .forEach(pair -> links.add(pair.value()));
    if (halves[0].contains("/login/") || halves[0].contains("/logout/")) {
      links.add(lastPart(halves[0]));
    }
  }

  /** Whether a request that uses it is reason enough to remember it. */
  static boolean isLasting(String link) {
    return !link.startsWith(TOKEN) && !isRepeated(link);
  }

  /** Whether it ties a request to the one before that was refused, and to no later one. */
  static boolean isRepeated(String link) {
    return link.startsWith(REPEATED);
  }

  /** Whom the id token of an answer is about. */
  static Optional<String> subject(Step step) {
    return text(answer(step), "id_token")
        .map(token -> token.split("\\.", -1))
        .filter(parts -> parts.length == 3)
        .flatMap(parts -> text(decoded(parts[1]), "sub"))
        .map(Links::ofSubject);
  }

  static String ofSubject(String subject) {
    return SUBJECT + subject;
  }

  /** Whose consent a request asks for. */
  static Optional<String> citizen(Step step) {
    return step.route().filter("/consent/v1/consents"::equals).isPresent()
        ? text(json(step.request().body()), "citizen_id")
        : Optional.empty();
  }

  static Optional<String> form(Step step, String name) {
    return form(step).stream()
        .filter(pair -> pair.name().equals(name))
        .map(Pair::value)
        .findFirst();
  }

  private static List<Pair> form(Step step) {
    return ShownMessage.isForm(step.request())
        ? Pair.parse(new String(step.request().body(), StandardCharsets.UTF_8))
        : List.of();
  }

  // The part that stands where the route has {name}.
  private static Optional<String> namedInPath(Step step) {
    String[] pattern = step.route().orElse("").split("/", -1);
    String[] path = step.path().split("/", -1);
    for (int i = 0; i < Math.min(pattern.length, path.length); i++) {
      if (pattern[i].startsWith("{")) {
        return Optional.of(path[i]);
      }
    }
    return Optional.empty();
  }

  private static String lastPart(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  private static JsonNode answer(Step step) {
    return step.answer().type().equals("application/json")
        ? json(step.answer().body())
        : MissingNode.getInstance();
  }

  private static JsonNode decoded(String encoded) {
    try {
      return json(Base64.getUrlDecoder().decode(encoded));
    } catch (IllegalArgumentException e) {
      return MissingNode.getInstance();
    }
  }

  private static JsonNode json(byte[] text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static Optional<String> text(JsonNode node, String name) {
    JsonNode member = node.path(name);
    return member.isTextual() ? Optional.of(member.textValue()) : Optional.empty();
  }
}
