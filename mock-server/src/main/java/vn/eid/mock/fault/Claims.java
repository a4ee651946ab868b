package vn.eid.mock.fault;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the mock itself signed, to be signed again with a change. */
final class Claims {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Claims() {}

  static Map<String, Object> of(String jws) {
    try {
      byte[] payload = Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]);
      return JSON.readValue(payload, new TypeReference<LinkedHashMap<String, Object>>() {});
    } catch (IOException e) {
      throw new IllegalStateException("The mock signed what it cannot read.", e);
    }
  }
}
