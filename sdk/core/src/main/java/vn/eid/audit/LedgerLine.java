package vn.eid.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.eid.EidException;
import vn.eid.audit.LedgerCheck.Kind;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.GivenKeys;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.jose.SignedDocument;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/**
 * One line: a JSON object whose last member is a JWS without its payload (RFC 7515, appendix F).
 * What it signs is the line without that member, byte by byte as it stands.
 */
final class LedgerLine {
  static final String LINE = "ledger-line+jws";
  static final String EXPORT = "ledger-export+jws";
  private static final Pattern FORM =
      Pattern.compile(
          "(\\{.*),\"signature\":\"([A-Za-z0-9_-]+)\\.\\.([A-Za-z0-9_-]+)\"\\}", Pattern.DOTALL);

  private LedgerLine() {}

  /** The text of a signed line, without its line break. */
  static String sign(
      Operation operation, SigningKey key, String type, Map<String, Object> content) {
    String[] parts = key.sign(operation, type, content).split("\\.", -1);
    Map<String, Object> line = new LinkedHashMap<>(content);
    line.put("signature", parts[0] + ".." + parts[2]);
    return Json.text(line);
  }

  /** What the next line repeats of this one. */
  static String hash(byte[] line) {
    return Hashes.sha256(line);
  }

  /** What a line says, if a key vouches for it. */
  static Opened open(Operation operation, GivenKeys keys, String type, byte[] line) {
    Matcher form = FORM.matcher(new String(line, StandardCharsets.UTF_8));
    if (!form.matches()) {
      return new Opened(Optional.empty(), Kind.CHANGED);
    }
    try {
      return open(operation, keys, type, form);
    } catch (EidException | IllegalArgumentException e) {
      return new Opened(Optional.empty(), blame(operation, keys, form.group(2)));
    }
  }

  /** What a line says, whether anybody vouches for it or not. */
  static Fields content(Operation operation, byte[] line) {
    return Json.object(operation, "The line", line);
  }

  private static Opened open(Operation operation, GivenKeys keys, String type, Matcher form) {
    byte[] content = (form.group(1) + "}").getBytes(StandardCharsets.UTF_8);
    String compact = form.group(2) + "." + Hashes.base64url(content) + "." + form.group(3);
    Fields fields =
        new SignedDocument(operation, "The line", compact).open(keys.keys(), Set.of(type));
    return new Opened(Optional.of(fields), Kind.CHANGED);
  }

  /** A key that nobody trusts forged it; otherwise it was changed after one signed it. */
  private static Kind blame(Operation operation, GivenKeys keys, String header) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(header);
      Optional<String> id = Json.object(operation, "The header", json).text("kid");
      return id.filter(keys::names).isPresent() ? Kind.CHANGED : Kind.FORGED;
    } catch (EidException | IllegalArgumentException e) {
      return Kind.CHANGED;
    }
  }

  /**
   * A line that was looked at.
   *
   * @param content empty where no key vouches for it
   * @param blame what is wrong then
   */
  record Opened(Optional<Fields> content, Kind blame) {}
}
