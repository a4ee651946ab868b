package vn.eid.diagnosis;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.jose.PossessionKey;
import vn.eid.internal.oauth.SecretValues;

/** A pushed login that nobody begins: what it refers to expires by itself. */
final class LoginProbe {
  private LoginProbe() {}

  static Answer push(Setting setting, HttpUrl endpoint, URI callback) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("response_type", "code");
    form.put("client_id", setting.connection().clientId());
    form.put("redirect_uri", callback.toString());
    form.put("scope", "openid");
    form.put("state", SecretValues.token());
    form.put("nonce", SecretValues.token());
    form.put("code_challenge", challenge());
    form.put("code_challenge_method", "S256");
    form.put("dpop_jkt", PossessionKey.fresh(setting.connection().crypto()).signing().thumbprint());
    return setting.ask(WireRequest.form(setting.operation(), endpoint, form).authenticated());
  }

  private static String challenge() {
    return Hashes.sha256(SecretValues.token().getBytes(StandardCharsets.US_ASCII));
  }
}
