package vn.eid.mock.endpoint;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.LoginTerms;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.PushRequests;
import vn.eid.mock.state.PushTerms;

/** The parameters of a request on the phone: CIBA Core 1.0, section 7.1. */
final class PushForm {
  private static final Pattern MESSAGE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]{1,100}");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,2}");
  private static final int LONGEST_TOKEN = 1024;

  private final MockState state;

  PushForm(MockState state) {
    this.state = state;
  }

  PushTerms read(Params form, Client client) {
    // ASSUMED: CIBA has no claims parameter; this one is the redirect login's. The person who
    // approves sees what goes on without them, so offline_access needs no prompt.
    LoginTerms login =
        new LoginTerms(LoginScopes.parse(form), Acr.parse(form), ClaimsParameter.parse(form));
    return new PushTerms(
        client.id(), citizenId(form), message(form), login, life(form), token(form, client));
  }

  // STANDARD: CIBA Core 1.0, section 7.1: exactly one hint. ASSUMED: it is the citizen's number.
  private String citizenId(Params form) {
    if (form.one("login_hint_token").isPresent() || form.one("id_token_hint").isPresent()) {
      throw Refusal.badRequest(
          "invalid_request", "The only hint that is taken is login_hint, a citizen's number.");
    }
    String number = form.required("login_hint");
    if (!number.matches("[0-9]{12}")) {
      throw Refusal.badRequest("invalid_request", "The login_hint is not 12 digits.");
    }
    if (!number.startsWith("099")) {
      throw Refusal.badRequest(
          "invalid_request",
          "This is a mock server: use a number that begins with 099, never a real person's.");
    }
    if (state.citizens().find(number).isEmpty()) {
      throw Refusal.badRequest(
          "unknown_user_id",
          "The mock has no citizen of this number; take one of its citizens file.");
    }
    return number;
  }

  private static Optional<String> message(Params form) {
    Optional<String> message = form.one("binding_message");
    if (message.filter(text -> !MESSAGE.matcher(text).matches()).isPresent()) {
      throw Refusal.badRequest(
          "invalid_binding_message",
          "The binding_message must be 1 to 100 characters without control characters.");
    }
    return message;
  }

  private static Duration life(Params form) {
    Optional<String> asked = form.one("requested_expiry");
    Optional<Duration> life =
        asked
            .filter(text -> SECONDS.matcher(text).matches())
            .map(text -> Duration.ofSeconds(Integer.parseInt(text)))
            .filter(duration -> duration.compareTo(PushRequests.LONGEST_LIFE) <= 0);
    if (asked.isPresent() && life.isEmpty()) {
      throw Refusal.badRequest(
          "invalid_request", "The requested_expiry is not a number of seconds from 1 to 600.");
    }
    return life.orElse(PushRequests.USUAL_LIFE);
  }

  private Optional<String> token(Params form, Client client) {
    if (state.addresses().pushes(client.id()).isEmpty()) {
      return Optional.empty(); // This client polls.
    }
    String token = form.required("client_notification_token");
    if (token.length() > LONGEST_TOKEN || !TOKEN.matcher(token).matches()) {
      throw Refusal.badRequest(
          "invalid_request",
          "The client_notification_token is no Bearer token of at most 1024 characters.");
    }
    return Optional.of(token);
  }
}
