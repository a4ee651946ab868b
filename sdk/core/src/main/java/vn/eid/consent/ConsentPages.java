package vn.eid.consent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

/** Walks through the pages of a citizen's consents, holding one at a time. */
final class ConsentPages implements Iterator<Consent> {
  private static final int MAX_EMPTY_PAGES = 20;

  /** Far above what one application asks one citizen. */
  private static final int MAX_PAGES = 2_000;

  /** A page, and where the next one begins. */
  record Page(List<Consent> consents, Optional<String> next) {}

  private final Operation operation;
  private final Function<Optional<String>, Page> fetch;
  private final Deque<Consent> waiting = new ArrayDeque<>();
  private final Set<String> cursors = new HashSet<>();
  private Optional<String> cursor = Optional.empty();
  private boolean more = true;
  private @Nullable String subject;

  ConsentPages(Operation operation, Function<Optional<String>, Page> fetch) {
    this.operation = operation;
    this.fetch = fetch;
  }

  @Override
  public boolean hasNext() {
    for (int empty = 0; waiting.isEmpty() && more; empty++) {
      if (empty > MAX_EMPTY_PAGES) {
        throw operation.untrusted(Check.FORMAT, "The pages go on without a single consent.");
      }
      load();
    }
    return !waiting.isEmpty();
  }

  @Override
  public Consent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return waiting.remove();
  }

  private void load() {
    Page page = fetch.apply(cursor);
    page.consents().forEach(this::checkSubject);
    if (cursors.size() > MAX_PAGES) {
      throw operation.untrusted(Check.SIZE, "The pages go on without end.");
    }
    if (page.next().isPresent() && !cursors.add(page.next().get())) {
      throw operation.untrusted(Check.FORMAT, "The pages lead in a circle.");
    }
    waiting.addAll(page.consents());
    cursor = page.next();
    more = cursor.isPresent();
  }

  /** One citizen was asked about, who has one pseudonym at this application. */
  private void checkSubject(Consent consent) {
    String first = subject;
    if (first != null && !first.equals(consent.subject())) {
      throw operation.untrusted(Check.SUBJECT, "The list holds consents of two persons.");
    }
    subject = consent.subject();
  }
}
