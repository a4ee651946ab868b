package vn.eid.examples.healthrecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.eid.audit.AuditLedger;
import vn.eid.audit.LedgerCheck;
import vn.eid.examples.stage.Narrator;
import vn.eid.examples.stage.Stage;

/** An inspector looks at the ledger of reads, then at a copy in which somebody changed a number. */
final class Inspection {
  private final Stage stage;
  private final Narrator narrator;

  Inspection(Stage stage) {
    this.stage = stage;
    this.narrator = stage.narrator();
  }

  void tell() {
    LedgerCheck check = AuditLedger.verify(stage.ledger(), stage.publicKeys());
    narrator.say("An inspector checks who read what, when and why:");
    narrator.say("  the ledger:             " + words(check));
    narrator.say(
        "  a copy, a 24 made a 14: " + words(AuditLedger.verify(forged(), stage.publicKeys())));
  }

  private static String words(LedgerCheck check) {
    return check
        .problem()
        .map(problem -> "line " + problem.line() + " " + problem.kind() + ". " + problem.sentence())
        .orElseGet(() -> check.lines() + " lines, intact");
  }

  /** A copy in which fewer results were read than were. */
  private Path forged() {
    try {
      Path copy = stage.folder().resolve("forged-ledger");
      String text = Files.readString(stage.ledger());
      return Files.writeString(copy, text.replaceFirst("\"count\":24", "\"count\":14"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
