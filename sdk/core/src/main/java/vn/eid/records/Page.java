package vn.eid.records;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One answer of the provider's, item by item as it arrives. What follows the items comes last. */
interface Page<T> extends AutoCloseable {

  /** An item that the pull has not handed out yet; empty at the end of the page. */
  Optional<T> next();

  /** Whether the page has entries, whether new or not. */
  boolean hasEntries();

  /** How many matches there are on all pages, where the provider says so. */
  OptionalLong total();

  /** The link to the next page as it is written. */
  Optional<String> nextLink();

  /** What this page says is not returned. */
  List<Withheld> withheld();

  @Override
  void close();
}
