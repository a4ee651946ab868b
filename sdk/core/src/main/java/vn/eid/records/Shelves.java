package vn.eid.records;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.EidException;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.jose.Seal;
import vn.eid.internal.jose.SigningKey;

/**
 * What lies in the directory, and how it comes to its end: a record of the intent, the key
 * overwritten and deleted, the copies deleted, the record signed. Whatever a crash left half done
 * is brought to its end by {@link #recover}. One change at a time; reading and writing of copies
 * goes on beside it.
 */
final class Shelves {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.records");
  static final String EXPIRED = "expired";

  private final Layout layout;
  private final Disk disk;
  private final ConsentKeys keys;
  private final Erasures erasures;
  private final Deadlines deadlines = new Deadlines();
  private final Clock clock;
  private final KnownConsents known;
  private final Journal journal;

  Shelves(
      Layout layout,
      Disk disk,
      Clock clock,
      Seal storage,
      SigningKey signing,
      KnownConsents known,
      Journal journal) {
    this.layout = layout;
    this.disk = disk;
    this.clock = clock;
    this.known = known;
    this.journal = journal;
    this.keys = new ConsentKeys(layout, disk, storage);
    this.erasures = new Erasures(layout, disk, clock, storage, signing);
  }

  /** Makes the directories, so that there is a place for the lock. */
  Path prepareDirectories() throws IOException {
    layout.make(disk);
    return layout.lock();
  }

  /** Completes what was begun, and sweeps what nothing refers to. */
  synchronized void recover(Operation operation) throws IOException {
    for (String name : erasures.begun()) {
      goOn(operation, name);
    }
    Set<String> names = new TreeSet<>(Layout.namesIn(layout.keys()));
    names.addAll(Layout.namesIn(layout.copies()));
    for (String name : names) {
      keys.settle(name);
      // An erased consent's key may be back: out of a backup. And copies without key are nothing.
      if (erasures.has(name) || !keys.has(name)) {
        wipe(name);
      } else {
        takeUp(operation, name);
      }
    }
    eraseDue(operation);
  }

  /** One that cannot be signed, or is not ours, keeps nobody from the rest. */
  private void goOn(Operation operation, String name) throws IOException {
    try {
      finish(operation, name);
    } catch (EidException e) {
      LOG.warn("An erasure waits for the next opening to be recorded: {}", e.getMessage());
    }
  }

  private void takeUp(Operation operation, String name) throws IOException {
    try {
      ConsentKey key = keys.renew(operation, name);
      expect(key);
      sweep(name, CopyIndex.read(operation, layout, key));
      known
          .provenEnd(key.consent().value())
          .filter(KnownConsents.End::reachesWhatWasRead)
          .ifPresent(end -> deadlines.add(due(key.consent(), end)));
    } catch (EidException e) {
      LOG.warn(
          "What lies under a consent cannot be opened, and stays as it is: {}", e.getMessage());
    }
  }

  private void sweep(String name, CopyIndex index) throws IOException {
    Set<Path> wanted =
        index.all().stream()
            .map(copy -> layout.copy(name, copy.number()))
            .collect(Collectors.toSet());
    wanted.add(layout.index(name));
    for (Path file : files(layout.copiesOf(name))) {
      if (!wanted.contains(file)) {
        remove(file);
      }
    }
  }

  /** The consent's key and a place for its copies, made where they are not there yet. */
  synchronized ConsentKey prepare(Operation operation, Consent.Active consent, Runnable stillStands)
      throws IOException {
    stillStands.run();
    String name = Layout.nameOf(consent.id());
    boolean first = !keys.has(name);
    ConsentKey key = keys.take(operation, consent);
    if (first) {
      expect(key);
    }
    if (Files.isSymbolicLink(layout.copiesOf(name))) {
      // We made none: somebody wants the data elsewhere.
      disk.delete(layout.copiesOf(name));
    }
    disk.makeDirectory(layout.copiesOf(name));
    return key;
  }

  /** Makes a written copy the one that is there, and deletes the one before. */
  synchronized void commit(
      Operation operation, ConsentKey key, String dataSet, Copy copy, Runnable stillStands)
      throws IOException {
    stillStands.run();
    CopyIndex index = CopyIndex.read(operation, layout, key);
    Optional<Copy> before = index.put(disk, dataSet, copy);
    before.ifPresent(old -> file(key.consent(), dataSet, old.number()).forget(disk));
  }

  /** Opens the copy of a data set, before another can take its place; empty where none is kept. */
  synchronized Optional<CopyReader> open(
      Operation operation, ConsentId consent, String dataSet, Runnable stillStands)
      throws IOException {
    Optional<Copy> copy = find(operation, consent, dataSet);
    if (copy.isEmpty()) {
      return Optional.empty();
    }
    DataInputStream in = file(consent, dataSet, copy.get().number()).open(copy.get());
    return Optional.of(new CopyReader(operation, copy.get(), in, stillStands));
  }

  /** The copy of a data set; empty where none is kept. */
  synchronized Optional<Copy> find(Operation operation, ConsentId consent, String dataSet)
      throws IOException {
    String name = Layout.nameOf(consent);
    return keys.has(name)
        ? CopyIndex.read(operation, layout, keys.read(operation, name)).of(dataSet)
        : Optional.empty();
  }

  CopyFile file(ConsentId consent, String dataSet, String number) {
    return new CopyFile(layout.copy(Layout.nameOf(consent), number), consent, dataSet, number);
  }

  /** Sees to it that the end of the consent's time is not missed. */
  private void expect(ConsentKey key) {
    deadlines.add(new Deadlines.Due(key.expiresAt(), key.consent(), EXPIRED));
  }

  /** Why a consent's data may not be used; empty where it may. */
  Optional<KnownConsents.End> end(Operation operation, ConsentId consent, Instant expiresAt)
      throws IOException {
    Optional<KnownConsents.End> told =
        known.end(operation, consent.value()).filter(KnownConsents.End::reachesWhatWasRead);
    if (told.isPresent()) {
      return told;
    }
    String name = Layout.nameOf(consent);
    if (erasures.has(name)) {
      return erasures.find(operation, name).map(Erasure::end);
    }
    boolean over = !clock.instant().isBefore(expiresAt);
    return over ? Optional.of(new KnownConsents.End(EXPIRED, expiresAt)) : Optional.empty();
  }

  /** Whether an end was told without its proof: then nothing is read, and nothing destroyed. */
  boolean isOnlySaidToHaveEnded(ConsentId consent) {
    return known.end(consent.value()).filter(KnownConsents.End::reachesWhatWasRead).isPresent()
        && known.provenEnd(consent.value()).filter(KnownConsents.End::reachesWhatWasRead).isEmpty()
        && !erasures.has(Layout.nameOf(consent));
  }

  /** Erases all whose time has come; what fails stops no other, and waits for the next use. */
  void eraseDue(Operation operation) {
    for (Deadlines.Due due : deadlines.passed(clock.instant())) {
      eraseNow(operation, due);
    }
  }

  /** Erases what an end leaves behind, without an error: whoever tells of an end has other work. */
  void eraseSoon(Operation operation, ConsentId consent, KnownConsents.End end) {
    eraseNow(operation, due(consent, end));
  }

  private void eraseNow(Operation operation, Deadlines.Due due) {
    try {
      erase(operation, due.consent(), new KnownConsents.End(due.cause(), due.at()));
    } catch (IOException | EidException e) {
      LOG.warn("Consent {} ended and its data is not all erased yet.", due.consent(), e);
      deadlines.add(due);
    }
  }

  /** Erases what is kept under a consent; empty where nothing ever was. */
  synchronized Optional<Erasure> erase(
      Operation operation, ConsentId consent, KnownConsents.End end) throws IOException {
    String name = Layout.nameOf(consent);
    if (!erasures.has(name)) {
      if (!keys.has(name)) {
        return Optional.empty();
      }
      erasures.begin(name, facts(operation, consent, end));
    }
    if (erasures.isBegun(name)) {
      finish(operation, name);
    }
    return erasures.find(operation, name);
  }

  Optional<Erasure> erasure(Operation operation, ConsentId consent) throws IOException {
    return erasures.find(operation, Layout.nameOf(consent));
  }

  /** The records of all completed erasures. */
  List<Erasure> erased(Operation operation) throws IOException {
    List<Erasure> all = new ArrayList<>();
    for (String name : Layout.namesIn(layout.erasures())) {
      if (!erasures.isBegun(name)) {
        erasures.find(operation, name).ifPresent(all::add);
      }
    }
    return all;
  }

  private void finish(Operation operation, String name) throws IOException {
    wipe(name);
    erasures.complete(operation, name);
    erasures.find(operation, name).ifPresent(erasure -> journal.erased(operation, erasure));
  }

  /** The key first: after that the rest is noise. */
  private void wipe(String name) throws IOException {
    keys.destroy(name);
    remove(layout.copiesOf(name));
    disk.forceDirectory(layout.copies());
  }

  /** Also what we did not put there, or the directory would stay. Follows no link out of it. */
  private void remove(Path file) throws IOException {
    for (Path inside : files(file)) {
      remove(inside);
    }
    disk.delete(file);
  }

  private Map<String, Object> facts(Operation operation, ConsentId consent, KnownConsents.End end)
      throws IOException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("consent_id", consent.value());
    facts.put("cause", end.cause());
    facts.put("ended_at", end.at().toString());
    try {
      ConsentKey key = keys.read(operation, Layout.nameOf(consent));
      CopyIndex index = CopyIndex.read(operation, layout, key);
      facts.put("sub", key.subject());
      facts.put("purpose", key.purpose());
      facts.put("data_sets", index.dataSets());
      facts.put("resources", index.all().stream().mapToLong(c -> c.facts().resources()).sum());
      facts.put("bytes", index.all().stream().mapToLong(c -> c.facts().bytes()).sum());
    } catch (EidException e) {
      LOG.warn("Consent {}: what is erased cannot be opened or counted.", consent);
    }
    return facts;
  }

  private static Set<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.collect(Collectors.toSet());
    }
  }

  private static Deadlines.Due due(ConsentId consent, KnownConsents.End end) {
    return new Deadlines.Due(end.at(), consent, end.cause());
  }
}
