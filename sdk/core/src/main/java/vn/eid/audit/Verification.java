package vn.eid.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vn.eid.EidException;
import vn.eid.audit.LedgerCheck.Kind;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.GivenKeys;
import vn.eid.internal.json.Fields;

/** A look at a whole ledger, line by line in constant memory. */
final class Verification {
  private final Operation operation;
  private final Path file;
  private final GivenKeys keys;
  private LedgerHead reached = SignedEnd.NOTHING.head();

  Verification(Operation operation, Path file, GivenKeys keys) {
    this.operation = operation;
    this.file = file;
    this.keys = keys;
  }

  /** Looks at the file; its end must be at least where the signed file beside it says. */
  LedgerCheck run() throws IOException {
    Optional<LedgerHead> head = signedHead();
    if (head.isEmpty()) {
      LedgerCheck lines = run(SignedEnd.NOTHING.head());
      return lines.isIntact()
          ? problem(Kind.CUT_AT_END, "The signed head beside the ledger is missing or changed.")
          : lines;
    }
    return run(head.get());
  }

  /** Looks at the file; its end must be at least where this head says. */
  LedgerCheck run(LedgerHead expected) throws IOException {
    try (Lines lines = new Lines(file)) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        Optional<LedgerCheck> problem = look(line.get(), lines, expected);
        if (problem.isPresent()) {
          return problem.get();
        }
      }
    }
    return reached.lines() < expected.lines()
        ? problem(Kind.CUT_AT_END, "The ledger ended later once.")
        : LedgerCheck.intact(reached.lines());
  }

  private Optional<LedgerCheck> look(byte[] line, Lines rest, LedgerHead expected)
      throws IOException {
    LedgerLine.Opened opened = LedgerLine.open(operation, keys, LedgerLine.LINE, line);
    if (opened.content().isEmpty()) {
      return Optional.of(problem(opened.blame(), "No trusted key vouches for the line."));
    }
    Fields content = opened.content().get();
    long number = content.requiredInteger("number");
    if (number != reached.lines() + 1) {
      return Optional.of(outOfOrder(number, rest));
    }
    if (!content.requiredText("previous").equals(reached.hash())) {
      return Optional.of(before("The line is another than the one that its successor followed."));
    }
    reached = new LedgerHead(number, LedgerLine.hash(line));
    boolean isOther = number == expected.lines() && !reached.equals(expected);
    return isOther
        ? Optional.of(before("The line is another than the one that was the last once."))
        : Optional.empty();
  }

  /** Gone, or elsewhere: the lines that follow tell. */
  private LedgerCheck outOfOrder(long number, Lines rest) throws IOException {
    if (number <= reached.lines() || isThere(reached.lines() + 1, rest)) {
      return problem(Kind.REORDERED, "The line has another number than its place.");
    }
    return problem(Kind.MISSING, "Lines up to number " + (number - 1) + " are gone.");
  }

  private boolean isThere(long number, Lines rest) throws IOException {
    for (var line = rest.next(); line.isPresent(); line = rest.next()) {
      Optional<Fields> content =
          LedgerLine.open(operation, keys, LedgerLine.LINE, line.get()).content();
      if (content
          .flatMap(fields -> fields.integer("number"))
          .filter(n -> n == number)
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Optional<LedgerHead> signedHead() throws IOException {
    try {
      return SignedEnd.read(operation, file, keys.keys()).map(SignedEnd::head);
    } catch (EidException e) {
      return Optional.empty();
    }
  }

  private LedgerCheck problem(Kind kind, String sentence) {
    return LedgerCheck.broken(reached.lines(), reached.lines() + 1, kind, sentence);
  }

  private LedgerCheck before(String sentence) {
    long line = Math.max(1, reached.lines());
    return LedgerCheck.broken(line - 1, line, Kind.CHANGED, sentence);
  }
}
