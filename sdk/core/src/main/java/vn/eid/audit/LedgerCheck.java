package vn.eid.audit;

import java.util.Optional;

/**
 * What a look at a whole ledger, or an export of one, found. Immutable and thread-safe.
 *
 * @param lines how many lines are sound, from the first on
 * @param problem the first thing that is wrong; empty where all is as it was written
 */
public record LedgerCheck(long lines, Optional<Problem> problem) {

  /** Whether nothing is wrong. */
  public boolean isIntact() {
    return problem.isEmpty();
  }

  /** What can be wrong with a ledger. */
  public enum Kind {
    /** A line is not what was signed, or not the one that its successor followed. */
    CHANGED,
    /** Lines are gone from between two others. */
    MISSING,
    /** A line stands in another place than where it was written, or twice. */
    REORDERED,
    /** Lines are gone from the end, or what proves the end is. */
    CUT_AT_END,
    /** A line is signed by a key that is not trusted. */
    FORGED
  }

  /**
   * Something that is wrong.
   *
   * @param line where, counted from 1
   * @param kind what
   * @param sentence the same in words, without anything out of the ledger
   */
  public record Problem(long line, Kind kind, String sentence) {}

  static LedgerCheck intact(long lines) {
    return new LedgerCheck(lines, Optional.empty());
  }

  static LedgerCheck broken(long lines, long line, Kind kind, String sentence) {
    return new LedgerCheck(lines, Optional.of(new Problem(line, kind, sentence)));
  }
}
