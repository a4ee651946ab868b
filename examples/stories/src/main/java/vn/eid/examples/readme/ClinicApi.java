package vn.eid.examples.readme;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.login.StepUp;

/** The calls of the README to a protected API, as they compile. */
public final class ClinicApi {
  private ClinicApi() {}

  /** What a transfer demands of a login. */
  public static LoginRequest surer(LoginRequest request) {
    // readme:begin
    LoginRequest surer =
        request.atLeast(AuthenticationLevel.LEVEL_3).signedInWithin(Duration.ofMinutes(5));
    // readme:end
    return surer;
  }

  /** Calls an API; gives the login that it demands, if it demands one. */
  public static Optional<LoginRequest> call(
      LoginRequest request, LoginOutcome.Approved approved, URI base, URI page) throws IOException {
    // readme:begin
    Call.Factory api = approved.session().resources(base); // the token goes there and nowhere else
    Call call = api.newCall(new Request.Builder().url(page.toString()).build());
    try (Response answer = call.execute()) {
      return StepUp.demandedBy(answer).map(request::satisfying); // the API wants a surer login
    }
    // readme:end
  }
}
