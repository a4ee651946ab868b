package vn.eid.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.audit.LedgerCheck.Kind;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.GivenKeys;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.json.Fields;

/**
 * Lines out of a ledger as they stand there, and after them one signed line of summary: how many,
 * their hash, what was asked for, and where the ledger ended.
 */
final class Export {
  private final MessageDigest hash = sha256();
  private long lines;

  /** Writes the lines that a filter takes; nothing of the ledger after its head. */
  long write(
      Operation operation,
      Path ledger,
      LedgerHead head,
      LedgerFilter filter,
      Appendable out,
      SigningKey key,
      Instant now)
      throws IOException {
    try (Lines all = new Lines(ledger)) {
      for (long number = 1; number <= head.lines(); number++) {
        byte[] line = all.next().orElseThrow(() -> new IOException("The ledger ends too early."));
        if (filter.takes(LedgerLine.content(operation, line))) {
          take(line);
          out.append(new String(line, StandardCharsets.UTF_8)).append('\n');
        }
      }
    }
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("exported", lines);
    summary.put("sha256", digest());
    summary.put("filter", filter.members());
    summary.put("time", now.toString());
    summary.put("ledger_head", head.toString());
    out.append(LedgerLine.sign(operation, key, LedgerLine.EXPORT, summary)).append('\n');
    return lines;
  }

  /** Looks at an export, without the ledger. */
  LedgerCheck verify(Operation operation, Path file, GivenKeys keys) throws IOException {
    long last = 0;
    try (Lines all = new Lines(file)) {
      for (var line = all.next(); line.isPresent(); line = all.next()) {
        var summary = LedgerLine.open(operation, keys, LedgerLine.EXPORT, line.get()).content();
        if (summary.isPresent()) {
          return end(summary.get(), all.next().isPresent());
        }
        var opened = LedgerLine.open(operation, keys, LedgerLine.LINE, line.get());
        if (opened.content().isEmpty()) {
          return problem(opened.blame(), "No trusted key vouches for the line.");
        }
        long number = opened.content().get().requiredInteger("number");
        if (number <= last) {
          return problem(Kind.REORDERED, "The line has a lower number than the one before it.");
        }
        last = number;
        take(line.get());
      }
    }
    return problem(Kind.CUT_AT_END, "The summary at the end is missing.");
  }

  private LedgerCheck end(Fields summary, boolean goesOn) {
    if (goesOn) {
      return problem(Kind.REORDERED, "Lines follow the summary.");
    }
    if (summary.requiredInteger("exported") > lines) {
      return problem(Kind.MISSING, "Lines that were exported are gone.");
    }
    return summary.requiredText("sha256").equals(digest())
        ? LedgerCheck.intact(lines)
        : problem(Kind.CHANGED, "The lines are not those that were exported.");
  }

  private void take(byte[] line) {
    hash.update(line);
    hash.update((byte) '\n');
    lines++;
  }

  private String digest() {
    return Hashes.base64url(hash.digest());
  }

  private LedgerCheck problem(Kind kind, String sentence) {
    return LedgerCheck.broken(lines, lines + 1, kind, sentence);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java runtime.", e);
    }
  }
}
