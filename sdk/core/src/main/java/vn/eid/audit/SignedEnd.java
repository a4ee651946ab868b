package vn.eid.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.KeySet;
import vn.eid.internal.jose.SignedDocument;
import vn.eid.internal.json.Fields;

/**
 * The end of a ledger as the signed file beside it says: up to here all was forced to the disk.
 *
 * @param from where the last line begins
 * @param to where it ends, its line break included
 */
record SignedEnd(LedgerHead head, long from, long to) {
  static final String TYPE = "ledger-head+jws";
  static final SignedEnd NOTHING = new SignedEnd(new LedgerHead(0, LedgerHead.NOTHING), 0, 0);

  /** The file beside a ledger. */
  static Path besides(Path ledger) {
    return ledger.resolveSibling(ledger.getFileName() + ".head");
  }

  /**
   * Reads the file; empty where there is none.
   *
   * @throws vn.eid.UntrustedException where no such key signed it
   */
  static Optional<SignedEnd> read(Operation operation, Path ledger, KeySet keys)
      throws IOException {
    if (!Files.exists(besides(ledger))) {
      return Optional.empty();
    }
    String text = Files.readString(besides(ledger), StandardCharsets.ISO_8859_1);
    return Optional.of(
        of(new SignedDocument(operation, "The ledger's head", text).open(keys, Set.of(TYPE))));
  }

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("lines", head.lines());
    members.put("hash", head.hash());
    members.put("from", from);
    members.put("to", to);
    return members;
  }

  private static SignedEnd of(Fields fields) {
    return new SignedEnd(
        new LedgerHead(fields.requiredInteger("lines"), fields.requiredText("hash")),
        fields.requiredInteger("from"),
        fields.requiredInteger("to"));
  }
}
