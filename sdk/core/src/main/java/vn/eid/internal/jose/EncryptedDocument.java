package vn.eid.internal.jose;

import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Locale;
import java.util.Set;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/**
 * A compact JWE from outside (RFC 7516), which must hold a signed document: encryption with a
 * public key tells nothing of who made it. What its header may not say is refused before anything
 * is computed from it (RFC 8725), and why a document does not open is never told apart.
 */
public final class EncryptedDocument {
  private static final int MAX_LENGTH = 1 << 17;
  private static final Set<String> ALGORITHMS = Set.of("ECDH-ES", "RSA-OAEP-256");
  private static final Set<String> METHODS =
      Set.of("A256GCM", "A128GCM", "A256CBC-HS512", "A128CBC-HS256");

  /** Work for us (p2c, zip), a key from elsewhere, or an extension: no honest id token has them. */
  private static final Set<String> FORBIDDEN =
      Set.of("zip", "crit", "p2c", "p2s", "jku", "jwk", "x5u", "x5c", "iv", "tag");

  private final Operation operation;
  private final String what;
  private final String compact;
  private final Set<String> contentTypes;
  private final int maxLength;

  /**
   * Takes the text as it came.
   *
   * @param what names the document in errors, such as "The id token"
   */
  public EncryptedDocument(Operation operation, String what, String compact) {
    this(operation, what, compact, Set.of("", "JWT"), MAX_LENGTH);
  }

  /**
   * Takes a text that may be longer than a token is.
   *
   * @param contentTypes the values of {@code cty} that it may have, in capitals; empty stands for
   *     none
   */
  public EncryptedDocument(
      Operation operation, String what, String compact, Set<String> contentTypes, int maxLength) {
    this.operation = operation;
    this.what = what;
    this.compact = compact;
    this.contentTypes = contentTypes;
    this.maxLength = maxLength;
  }

  /** Whether a text has the form of an encrypted document. */
  public static boolean isForm(String text) {
    return CompactForm.parts(text) == CompactForm.JWE_PARTS;
  }

  /** The signed document within, its signature not yet checked. */
  public String open(DecryptionKeys keys) {
    Fields header = header();
    checkAlgorithms(header);
    checkForm(header);
    JWEObject jwe = parse();
    String inner =
        keys.fitting(jwe.getHeader())
            .flatMap(key -> key.open(jwe).stream())
            .findFirst()
            .map(content -> new String(content, StandardCharsets.UTF_8))
            .orElseThrow(
                () ->
                    untrusted(
                        Check.DECRYPTION,
                        "is encrypted, and no key of this application opens it. Register the"
                            + " current encryption key with the provider"));
    if (CompactForm.parts(inner) != CompactForm.JWS_PARTS) {
      throw untrusted(Check.FORMAT, "is encrypted but not signed");
    }
    return inner;
  }

  private Fields header() {
    if (compact.length() > maxLength || !isForm(compact)) {
      throw notEncrypted();
    }
    return CompactForm.header(operation, what, compact).orElseThrow(this::notEncrypted);
  }

  private void checkAlgorithms(Fields header) {
    if (!ALGORITHMS.contains(header.text("alg").orElse(""))
        || !METHODS.contains(header.text("enc").orElse(""))) {
      throw untrusted(
          Check.ALGORITHM, "is not encrypted with ECDH-ES or RSA-OAEP-256 and AES of the profile");
    }
    if (FORBIDDEN.stream().anyMatch(header::has)) {
      throw untrusted(
          Check.ALGORITHM, "is compressed, or its header demands what this SDK does not do");
    }
  }

  private void checkForm(Fields header) {
    if (!contentTypes.contains(header.text("cty").orElse("").toUpperCase(Locale.ROOT))) {
      throw untrusted(Check.FORMAT, "encrypts something else than a signed document");
    }
    boolean agreed = "ECDH-ES".equals(header.requiredText("alg"));
    if (agreed != header.object("epk").isPresent()) {
      throw notEncrypted();
    }
  }

  private JWEObject parse() {
    JWEObject jwe;
    try {
      jwe = JWEObject.parse(compact);
    } catch (ParseException | RuntimeException e) {
      // Also RuntimeException: the library trips over some malformed keys.
      throw notEncrypted();
    }
    // RFC 7516, section 5.2, step 10: a key that both sides derive is not sent.
    boolean derived = JWEAlgorithm.ECDH_ES.equals(jwe.getHeader().getAlgorithm());
    if (derived != (jwe.getEncryptedKey() == null)) {
      throw notEncrypted();
    }
    return jwe;
  }

  private UntrustedException notEncrypted() {
    return untrusted(Check.FORMAT, "is not an encrypted token");
  }

  private UntrustedException untrusted(Check check, String problem) {
    return operation.untrusted(check, what + " " + problem + ".");
  }
}
