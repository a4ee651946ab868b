package vn.eid.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/**
 * One section of a patient summary. Thread-safe as long as nobody changes HAPI's resources; {@link
 * #toString()} shows nothing of them.
 */
public final class SummarySection {
  private final List<Resource> entries;
  private final Optional<EmptyReason> emptyReason;

  SummarySection(List<Resource> entries, Optional<EmptyReason> emptyReason) {
    this.entries = List.copyOf(entries);
    this.emptyReason = emptyReason;
  }

  /** All entries, in the author's order, of whatever type. */
  public List<Resource> entries() {
    return entries;
  }

  /** The entries of one type, in the author's order. */
  public <T extends Resource> List<T> entries(Class<T> type) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Why there are no entries, where the author says so. */
  public Optional<EmptyReason> emptyReason() {
    return emptyReason;
  }

  @Override
  public String toString() {
    return "SummarySection[" + entries.size() + " entries]";
  }
}
