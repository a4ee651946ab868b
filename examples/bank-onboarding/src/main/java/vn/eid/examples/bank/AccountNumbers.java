package vn.eid.examples.bank;

import java.security.SecureRandom;
import java.util.Locale;

/** Draws numbers of new accounts: from one's own nobody can count on to others'. */
@FunctionalInterface
interface AccountNumbers {
  int BOUND = 100_000_000;

  /** Ten digits; the number may be taken. */
  String draw();

  static AccountNumbers atRandom() {
    SecureRandom random = new SecureRandom();
    return () -> String.format(Locale.ROOT, "88%08d", random.nextInt(BOUND));
  }
}
