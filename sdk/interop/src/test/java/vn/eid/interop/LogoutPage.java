package vn.eid.interop;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A provider's logout page as others than the SDK open it. */
final class LogoutPage {
  private LogoutPage() {}

  static URI of(String endpoint, String clientId) {
    String back = URLEncoder.encode(TestedProvider.SIGNED_OUT.toString(), StandardCharsets.UTF_8);
    return URI.create(endpoint + "?client_id=" + clientId + "&post_logout_redirect_uri=" + back);
  }
}
