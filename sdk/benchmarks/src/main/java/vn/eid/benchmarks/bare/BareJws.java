package vn.eid.benchmarks.bare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Takes a compact JWS apart, reads both documents in it and verifies the signature. */
public final class BareJws {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BareSignature signature;

  public BareJws(BareSignature signature) {
    this.signature = signature;
  }

  /** The claims. */
  public JsonNode claims(String compact)
      throws IOException, GeneralSecurityException, JOSEException {
    int dot = compact.indexOf('.');
    int last = compact.lastIndexOf('.');
    byte[] text = compact.getBytes(StandardCharsets.ISO_8859_1);
    JsonNode header = JSON.readTree(decoded(compact.substring(0, dot)));
    if (header.path("alg").isMissingNode()) {
      throw new GeneralSecurityException("no algorithm");
    }
    signature.verify(java.util.Arrays.copyOf(text, last), decoded(compact.substring(last + 1)));
    return JSON.readTree(decoded(compact.substring(dot + 1, last)));
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }
}
