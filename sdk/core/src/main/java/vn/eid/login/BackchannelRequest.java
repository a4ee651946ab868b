package vn.eid.login;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.EidException;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.WireResponse;

/** The message that begins a login by push (CIBA Core 1.0, section 7.1), as form parameters. */
final class BackchannelRequest {
  private BackchannelRequest() {}

  /**
   * The parameters.
   *
   * @param pingToken with which the provider may tell of the answer (section 7.1, ping mode); a
   *     provider in poll mode does not look at it
   */
  static Map<String, String> parameters(PushRequest request, String code, String pingToken) {
    // The number comes back as a proof that this citizen answered; it is told on only where the
    // application asked for it.
    LoginTerms terms = request.terms().asking(Claim.CITIZEN_ID);
    Map<String, String> form = new LinkedHashMap<>(terms.parameters());
    // There is no browser that a consent page could be prompted in.
    form.remove("prompt");
    form.put("login_hint", request.citizen().value());
    form.put("binding_message", (code + " " + request.message()).strip());
    form.put("requested_expiry", Long.toString(request.answeredWithin().toSeconds()));
    form.put("client_notification_token", pingToken);
    return form;
  }

  /** Section 13. */
  static EidException refusal(Connection connection, Operation operation, WireResponse response) {
    String error = response.json("The provider's error answer").text("error").orElse("");
    return switch (error) {
      case "unknown_user_id" ->
          operation.invalid("citizenId", "The provider knows no e-ID account of this number.");
      case "invalid_binding_message" ->
          operation.invalid("message", "The provider does not take this message for the phone.");
      default -> connection.provider().refusal(operation, response);
    };
  }
}
