package vn.eid.diagnosis;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.internal.http.SecureAddress;
import vn.eid.internal.json.Fields;

/** The provider's discovery document, of the right issuer but otherwise as it is written. */
record Discovery(URI issuer, Fields document) {

  /** Where an endpoint is; empty where it is not named, or not safe to send anything to. */
  Optional<HttpUrl> endpoint(String name) {
    return endpoint(document, name);
  }

  /** The same among the national services (ASSUMED: no public specification names them). */
  Optional<HttpUrl> nationalEndpoint(String name) {
    return document.object("vn_eid").flatMap(national -> endpoint(national, name));
  }

  boolean names(String member) {
    return document.has(member);
  }

  List<String> offered(String member) {
    return document.texts(member);
  }

  private Optional<HttpUrl> endpoint(Fields fields, String name) {
    return fields
        .uri(name)
        .filter(uri -> SecureAddress.isSafeFor(issuer, uri))
        .flatMap(uri -> Optional.ofNullable(HttpUrl.get(uri)));
  }
}
