package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.internal.Operation;

/**
 * A compact JWE: nothing opens but what was encrypted whole, which the good seeds are. An input
 * that begins with a brace has its header as JSON on the first line, and the other parts after it.
 */
class EncryptedDocumentFuzzTest {
  private static final Operation OPERATION = Operation.named("fuzz");
  private static final String SIGNED = "e30.e30.c2lnbmF0dXJl";

  /** RFC 7520, figure 108: everybody has it. */
  private static final DecryptionKeys KEYS =
      new DecryptionKeys(
          List.of(
              key(
                  "{\"kty\":\"EC\",\"kid\":\"ec\",\"use\":\"enc\",\"crv\":\"P-256\","
                      + "\"x\":\"Ze2loSV3wrroKUN_4zhwGhCqo3Xhu1td4QjeQ5wIVR0\","
                      + "\"y\":\"HlLtdXARY_f55A3fnzQbPcm6hgr34Mp8p-nuzQCE0Zw\","
                      + "\"d\":\"r_kHyZ-a06rmxM3yESK84r1otSg-aQcVStkRhA-iCM8\"}")));

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    String compact = compact(Fuzzed.text(input));
    Optional<String> inner =
        Fuzzed.read(
            UntrustedException.class,
            input,
            () -> new EncryptedDocument(OPERATION, "The document", compact).open(KEYS));
    inner.ifPresent(text -> assertThat(text).isEqualTo(SIGNED));
    return inner.isPresent();
  }

  private static String compact(String text) {
    String[] lines = text.split("\n", 2);
    return text.startsWith("{") && lines.length == 2
        ? Base64URL.encode(lines[0]) + "." + lines[1]
        : text;
  }

  private static DecryptionKey key(String jwk) {
    try {
      return OwnKey.inMemory(JWK.parse(jwk)).decryption(Crypto.JDK).orElseThrow();
    } catch (ParseException | JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
