package vn.eid.examples.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** All jobs of the desk, as their cards on the disk say. Thread-safe. */
@Component
final class Jobs {
  private final Map<String, JobFolder> folders = new ConcurrentHashMap<>();
  private final Map<String, JobCard> cards = new ConcurrentHashMap<>();

  Jobs(DeskFolder desk) throws IOException {
    for (JobFolder folder : desk.all()) {
      Optional<JobCard> card = folder.card();
      if (card.isPresent()) {
        know(folder, card.get());
      } else {
        folder.delete();
      }
    }
  }

  /** A job whose upload lies in its folder already. */
  void add(JobFolder folder, JobCard card) throws IOException {
    folder.write(card);
    know(folder, card);
  }

  private void know(JobFolder folder, JobCard card) {
    folders.put(card.id(), folder);
    cards.put(card.id(), card);
  }

  /** The newest first. */
  List<JobCard> all() {
    return cards.values().stream()
        .sorted(Comparator.comparing(JobCard::uploadedAt).reversed())
        .toList();
  }

  Optional<JobCard> find(String id) {
    return Optional.ofNullable(cards.get(id));
  }

  /** The folder of a job that there is. */
  Optional<JobFolder> folder(String id) {
    return Optional.ofNullable(folders.get(id));
  }

  /** Changes a card, first on the disk. A job that was deleted meanwhile stays so. */
  void update(String id, UnaryOperator<JobCard> change) {
    cards.computeIfPresent(
        id,
        (unused, card) -> {
          JobCard changed = change.apply(card);
          try {
            folder(id).orElseThrow().write(changed);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return changed;
        });
  }

  /** As {@link #update}, and in memory alone where the disk takes nothing more. */
  void note(String id, UnaryOperator<JobCard> change) {
    try {
      update(id, change);
    } catch (UncheckedIOException full) {
      cards.computeIfPresent(id, (unused, card) -> change.apply(card));
    }
  }

  void delete(String id) throws IOException {
    cards.remove(id);
    JobFolder folder = folders.remove(id);
    if (folder != null) {
      folder.delete();
    }
  }
}
