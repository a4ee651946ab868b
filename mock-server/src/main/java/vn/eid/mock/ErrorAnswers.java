package vn.eid.mock;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.endpoint.ErrorStyle;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.endpoint.Pages;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.Page;

/**
 * Tells the caller of a refusal, in the form that the route's standard asks for, and where the page
 * about it is.
 */
final class ErrorAnswers {
  private ErrorAnswers() {}

  static Reply of(
      ErrorStyle style, Refusal refusal, String traceId, String why, Language language) {
    Reply reply = refusal.answer().orElseGet(() -> inStyle(style, refusal, traceId, why, language));
    for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }

  private static Reply inStyle(
      ErrorStyle style, Refusal refusal, String traceId, String why, Language language) {
    return switch (style) {
      case OAUTH -> oauth(refusal, why);
      case PROBLEM -> problem(refusal, traceId, why);
      case PAGE -> page(refusal, why, language);
    };
  }

  /** What others than this machine get where only it may come. */
  static Reply onlyThisMachine() {
    byte[] sentence =
        "Only this machine may come here, by a loopback name.\n"
            .getBytes(StandardCharsets.US_ASCII);
    return Reply.typed(403, "text/plain", sentence);
  }

  // STANDARD: RFC 6749, section 5.2: error_uri leads to a page about the error.
  private static Reply oauth(Refusal refusal, String why) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("error", refusal.code());
    members.put("error_description", refusal.sentence());
    members.put("error_uri", why);
    members.putAll(refusal.members());
    return Reply.json(refusal.status(), members);
  }

  private static Reply problem(Refusal refusal, String traceId, String why) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", title(refusal.status()));
    members.put("status", refusal.status());
    members.put("detail", refusal.sentence());
    members.put("code", refusal.code());
    members.put("trace_id", traceId);
    members.put("why", why);
    members.putAll(refusal.members());
    return Reply.typed(refusal.status(), "application/problem+json", Json.bytes(members))
        .with("Cache-Control", "no-store");
  }

  private static Reply page(Refusal refusal, String why, Language language) {
    return Pages.reply(
        language,
        refusal.status(),
        new Page(
            "refused.jte",
            Map.of(
                "reason",
                "refused." + refusal.code(),
                "fix",
                "fix." + refusal.code(),
                "sentence",
                refusal.sentence(),
                "why",
                why)));
  }

  // STANDARD: RFC 9457, section 4.2.1: with about:blank the title is the status's phrase.
  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 429 -> "Too Many Requests";
      case 501 -> "Not Implemented";
      case 503 -> "Service Unavailable";
      default -> status < 500 ? "Request Refused" : "Internal Server Error";
    };
  }
}
