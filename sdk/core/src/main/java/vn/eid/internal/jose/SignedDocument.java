package vn.eid.internal.jose;

import java.util.Optional;
import java.util.Set;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/**
 * A compact JWS from outside, opened only after its signature was verified (RFC 7515; RFC 8725).
 * The header decides nothing: the algorithm must be one of the profile's, the key must be in the
 * issuer's key set, and {@code jku}, {@code jwk} and {@code x5u} are never looked at.
 */
public final class SignedDocument {
  private static final int MAX_LENGTH = 1 << 16;
  private static final Set<String> ALGORITHMS = Set.of("ES256", "PS256");

  private final Operation operation;
  private final String what;
  private final String compact;
  private final int maxLength;

  /**
   * Takes the text as it came.
   *
   * @param what names the document in errors, such as "The id token"
   */
  public SignedDocument(Operation operation, String what, String compact) {
    this(operation, what, compact, MAX_LENGTH);
  }

  /** Takes a text that may be longer than claims are. */
  public SignedDocument(Operation operation, String what, String compact, int maxLength) {
    this.operation = operation;
    this.what = what;
    this.compact = compact;
    this.maxLength = maxLength;
  }

  /**
   * The claims, after the check of the signature.
   *
   * @param types the values of {@code typ} that this kind of document may have; empty stands for
   *     none
   */
  public Fields open(KeySet keys, Set<String> types) {
    return Json.object(operation, what, content(keys, types).payload());
  }

  /** The same with all that the signature covers, and the key that made it. */
  public SignedContent content(KeySet keys, Set<String> types) {
    Fields header = header();
    checkAlgorithm(header);
    checkType(header, types);
    SignedParts parts = SignedParts.of(header, compact).orElseThrow(this::notSigned);
    VerificationKey key =
        keys.verifying(operation, parts)
            .orElseThrow(() -> untrusted(Check.SIGNATURE, "is signed by no key of the issuer"));
    return new SignedContent(header, parts.payload(), key.publicMembers());
  }

  private Fields header() {
    if (compact.length() > maxLength) {
      throw notSigned();
    }
    return CompactForm.header(operation, what, compact).orElseThrow(this::notSigned);
  }

  private void checkAlgorithm(Fields header) {
    // Before any parsing by a library: "none" and HMAC over a public key end here.
    if (!ALGORITHMS.contains(header.text("alg").orElse(""))) {
      throw untrusted(Check.ALGORITHM, "is not signed with ES256 or PS256");
    }
    if (header.has("crit")) {
      throw untrusted(Check.ALGORITHM, "demands an extension that this SDK does not know");
    }
  }

  private void checkType(Fields header, Set<String> types) {
    Optional<String> type = header.text("typ");
    if (!types.contains(type.orElse(""))) {
      throw untrusted(Check.FORMAT, "is a signed document of another type");
    }
  }

  private UntrustedException notSigned() {
    return untrusted(Check.FORMAT, "is not a signed token");
  }

  private UntrustedException untrusted(Check check, String problem) {
    return operation.untrusted(check, what + " " + problem + ".");
  }
}
