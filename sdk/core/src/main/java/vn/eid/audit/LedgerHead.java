package vn.eid.audit;

import vn.eid.InvalidRequestException;

/**
 * Where a ledger ended at some moment: how many lines, and the hash of the last. It fits into one
 * line of paper or one field of a database; kept where nobody who can write to the ledger can, it
 * proves later that nothing was cut off or written anew before that moment. Immutable and
 * thread-safe.
 *
 * @param lines how many lines
 * @param hash of the last line, SHA-256 in base64url; of an empty ledger a dash
 */
public record LedgerHead(long lines, String hash) {
  static final String NOTHING = "-";

  /**
   * Checks the form.
   *
   * @throws InvalidRequestException where this is not what {@code toString()} gives
   */
  public LedgerHead {
    if (lines < 0 || !hash.matches("-|[A-Za-z0-9_-]{43}")) {
      throw new InvalidRequestException("ledgerHead", "A head is such as 12:47DEQpj8HBSa-_TI….");
    }
  }

  /**
   * Reads what {@link #toString()} gave.
   *
   * @throws InvalidRequestException where it is something else
   */
  public static LedgerHead parse(String text) {
    int colon = text.indexOf(':');
    if (!text.matches("[0-9]{1,18}:.*")) {
      return new LedgerHead(-1, text);
    }
    return new LedgerHead(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return lines + ":" + hash;
  }
}
