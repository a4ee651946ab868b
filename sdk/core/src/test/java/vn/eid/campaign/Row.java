package vn.eid.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.campaign.Trouble.Fate;
import vn.eid.campaign.Verb.Effect;
import vn.eid.campaign.Verb.Often;
import vn.eid.campaign.Verb.Trait;

/** One verb under the troubles, one after the other. */
final class Row {
  // Three attempts, of which OkHttp makes the first anew where the connection had been idle; and
  // the pages of a pull.
  private static final int MOST_TRIES = 6;

  private final Verb verb;
  private final Office office;
  private final List<Cell> cells = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  private Row(Verb verb, Office office) {
    this.verb = verb;
    this.office = office;
  }

  /** Tries what takes work by turns with other rows, and what is only waited for beside them. */
  static Row of(Verb verb, Elsewhere elsewhere, Path directory, Semaphore working)
      throws InterruptedException {
    working.acquire();
    boolean works = true;
    try (Office office = new Office(verb, elsewhere, directory)) {
      Row row = new Row(verb, office);
      row.under(trouble -> !trouble.isLong());
      working.release();
      works = false;
      row.under(Trouble::isLong);
      row.cells.sort(Comparator.comparing(Cell::trouble));
      return row;
    } finally {
      if (works) {
        working.release();
      }
    }
  }

  List<Cell> cells() {
    return cells;
  }

  /** What was not as it should be. */
  List<String> wrong() {
    return wrong;
  }

  private void under(Predicate<Trouble> which) {
    for (Trouble trouble : Trouble.values()) {
      if (which.test(trouble)) {
        cells.add(under(trouble));
      }
    }
  }

  private Cell under(Trouble trouble) {
    try {
      return tried(trouble);
    } catch (Exception e) {
      office.disarm();
      wrong(trouble, "cannot be tried: " + e);
      return new Cell(verb, trouble, "not tried");
    }
  }

  private Cell tried(Trouble trouble) throws Exception {
    office.begin(trouble);
    Attempt attempt = prepared();
    long before = count(attempt.done());
    if (!verb.is(Trait.BEGINS_LATE)) {
      office.arm();
    }
    Outcome outcome = Outcome.of(attempt.call());
    long tries = office.tries();
    office.disarm();
    office.cameOut(outcome);
    long after = count(attempt.done());
    boolean done = attempt.done() == null ? isDone(trouble) : after > before;
    judge(trouble, outcome, done, tries);
    Outcome again = again(trouble, attempt);
    if (!again.works() && !(done && again.toString().equals("expired"))) {
      wrong(trouble, "afterwards " + again);
    }
    if (count(attempt.done()) > before + 1) {
      wrong(trouble, "done twice");
    }
    return new Cell(verb, trouble, outcome + (isTriedAgain(trouble, tries) ? ", tried again" : ""));
  }

  /** Where nothing is wrong, what comes more than once are pages. */
  private static boolean isTriedAgain(Trouble trouble, long tries) {
    return tries > 1 && trouble != Trouble.SLOW_DRIP;
  }

  /** The hasty client may be too hasty for a busy machine. */
  private Attempt prepared() throws Exception {
    for (int i = 0; ; i++) {
      try {
        return verb.scene().prepare(office);
      } catch (UnavailableException e) {
        if (i == 3) {
          throw e;
        }
      }
    }
  }

  private static Outcome again(Trouble trouble, Attempt attempt) {
    Outcome again = Outcome.of(attempt.again());
    for (int i = 0; i < 3 && trouble.isLong() && again.isOutage(); i++) {
      again = Outcome.of(attempt.again());
    }
    return again;
  }

  private static long count(@Nullable LongSupplier counter) {
    return counter == null ? 0 : counter.getAsLong();
  }

  private boolean isDone(Trouble trouble) {
    return verb.effect() == Effect.BEFORE
        || (verb.effect() == Effect.BY_IT && trouble.fate == Fate.DONE);
  }

  private void judge(Trouble trouble, Outcome outcome, boolean done, long tries) {
    Exception thrown = outcome.thrown();
    if (thrown instanceof UnavailableException outage) {
      judge(trouble, outage.mayHaveTakenEffect(), done);
    }
    if (thrown instanceof RateLimitedException limit) {
      judge(trouble, limit.mayHaveTakenEffect(), done);
      if (limit.retryAfter().toSeconds() != (trouble == Trouble.LIMITED ? 7 : 1)) {
        wrong(trouble, "waits " + limit.retryAfter());
      }
    }
    if (thrown != null && !isOf(trouble, thrown)) {
      wrong(trouble, "throws " + thrown);
    }
    if (tries > (verb.often() == Often.ONCE ? 1 : MOST_TRIES) || tries == 0) {
      wrong(trouble, "sent " + tries + " times");
    }
  }

  private void judge(Trouble trouble, boolean saysPerhaps, boolean done) {
    if (done && !saysPerhaps) {
      wrong(trouble, "done, and called not done");
    }
    boolean cannotBe =
        verb.effect() == Effect.NONE
            || (verb.effect() == Effect.BY_IT && trouble.fate == Fate.NEVER_SENT);
    if (cannotBe && saysPerhaps) {
      wrong(trouble, "cannot be done, and called perhaps done");
    }
  }

  /** Whether it is the exception that says who must act. */
  private boolean isOf(Trouble trouble, Exception thrown) {
    if (verb.name().equals("loginSession.resources") && thrown instanceof IOException) {
      return true;
    }
    if (trouble.isAboutTheCertificate()) {
      return thrown instanceof UntrustedException lie && lie.check() == Check.TLS;
    }
    if (trouble.isLimit()) {
      return thrown instanceof RateLimitedException || thrown instanceof UnavailableException;
    }
    return switch (trouble) {
      case SLOW_DRIP -> false;
      case GARBAGE_BODY, WRONG_TYPE, PAGE, EMPTY -> isLie(thrown, Check.FORMAT);
      case OVERSIZED -> isLie(thrown, Check.SIZE);
      case REDIRECT -> isLie(thrown, Check.DESTINATION);
      default -> thrown instanceof UnavailableException;
    };
  }

  private static boolean isLie(Exception thrown, Check check) {
    return thrown instanceof UntrustedException lie && lie.check() == check;
  }

  private void wrong(Trouble trouble, String what) {
    wrong.add(verb + ", " + trouble + ": " + what);
  }
}
