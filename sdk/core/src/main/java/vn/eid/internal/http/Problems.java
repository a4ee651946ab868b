package vn.eid.internal.http;

import java.util.Optional;
import vn.eid.EidException;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/**
 * A refusal by a resource ({@code application/problem+json}, RFC 9457) as the exception that says
 * who must act. The provider's own words stay out of it: they are not ours to vouch for.
 */
public final class Problems {
  private Problems() {}

  /** The exception for a 4xx answer. */
  public static EidException of(Operation operation, WireResponse response) {
    Optional<Fields> problem = response.error();
    String code = code(response).orElse("http_" + response.status());
    return switch (response.status()) {
      case 401, 403 ->
          operation.rejected(
              code, "The provider refuses this application (" + code + "). Check its rights.");
      default ->
          operation.invalid(
              problem.flatMap(p -> p.text("field")).filter(Problems::isName).orElse(field(code)),
              advice(code) + " (HTTP " + response.status() + ", " + code + ").");
    };
  }

  private static String field(String code) {
    return code.equals("consent_not_found") ? "consentId" : "request";
  }

  private static String advice(String code) {
    return switch (code) {
      case "citizen_not_found" -> "The provider knows no citizen of this number: check it";
      case "consent_not_found" -> "The provider knows no such consent of this application";
      default -> "The provider refuses the request";
    };
  }

  /** The problem's {@code code}, where it is a plain word. */
  public static Optional<String> code(WireResponse response) {
    return response.error().flatMap(problem -> problem.text("code")).filter(Problems::isName);
  }

  /**
   * Only plain words get from an answer into a sentence: anything else could smuggle data there.
   */
  public static boolean isName(String text) {
    return text.length() <= 64 && text.matches("[A-Za-z][A-Za-z_.-]*");
  }
}
