package vn.eid.records;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.eid.ConsentEndedException;
import vn.eid.audit.AuditLedger;
import vn.eid.audit.LedgerEntry;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;
import vn.eid.consent.Consents;
import vn.eid.consent.DataSet;
import vn.eid.consent.EndCause;
import vn.eid.internal.Connection;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.disk.DiskTrouble;
import vn.eid.internal.disk.Exclusive;
import vn.eid.internal.jose.Seal;
import vn.eid.internal.jose.SigningKey;

/**
 * Keeps pulled health data in a directory, encrypted under a key of its consent, for as long as the
 * consent stands and not longer. When this client learns that a consent ended, or its time is over,
 * the key is overwritten and deleted, then the data; a signed record of that, {@link Erasure},
 * stays. Nothing is kept or read under that consent again, also where a backup brings its files
 * back. A consent that is used up allows no further pull; what was pulled may be used until its
 * time is over.
 *
 * <p>What is kept survives a crash at any point, whole or not at all, and an erasure that was begun
 * is completed by the next opening. Copies of any size are written and read in constant memory.
 * Expired data is erased at opening and at each use; where the store is used seldom, call {@link
 * #eraseExpired()} from time to time.
 *
 * <p>Files: {@code keys/} one key for each consent, sealed by the client's storage key; {@code
 * copies/} the data, AES-256-GCM in frames; {@code erasures/} the records. To change the storage
 * key, open the store once with the new one {@code orFormerly} the old one: it seals all keys anew.
 *
 * <p>What it cannot do: a copy of {@code keys/} that somebody made before is beyond its reach, so
 * leave that directory out of backups and snapshots; and disks that write elsewhere instead of
 * overwriting (SSDs, copy-on-write file systems) may hold the sealed key for a while. Who has both
 * that and the storage key can open a copy of the data. Java cannot promise to wipe memory: keys
 * are held only while a copy is written or read. Who can write to the directory can put an older
 * state back as long as the consent stands.
 *
 * <p>One process at a time. This class is thread-safe.
 */
public final class SealedRecords implements AutoCloseable {
  private static final Duration MAX_FRESHNESS = Duration.ofHours(24);

  private final Shelves shelves;
  private final Disk disk;
  private final Clock clock;
  private final Journal journal;
  private final Standing standing;
  private final Exclusive lock;
  private volatile boolean closed;

  private SealedRecords(
      Shelves shelves, Disk disk, Clock clock, Journal journal, Standing standing, Exclusive lock) {
    this.shelves = shelves;
    this.disk = disk;
    this.clock = clock;
    this.journal = journal;
    this.standing = standing;
    this.lock = lock;
  }

  /** Made by {@link vn.eid.EidClient#sealedRecords}. */
  @SuppressWarnings("exports")
  public static SealedRecords open(
      Connection connection,
      Consents consents,
      SigningKey key,
      Optional<AuditLedger> ledger,
      Path directory,
      Duration freshness) {
    Operation operation = Operation.named("sealedRecords");
    if (freshness.isNegative() || freshness.compareTo(MAX_FRESHNESS) > 0) {
      throw operation.invalid("freshness", "A look at the registry counts for up to 24 hours.");
    }
    return open(
        Standing.askedOf(consents::find, connection.clock(), freshness),
        connection.seal(operation),
        connection.knownConsents(),
        connection.clock(),
        key,
        new Journal(ledger),
        new Layout(directory),
        Disk.real());
  }

  static SealedRecords open(
      Standing standing,
      Seal storage,
      KnownConsents known,
      Clock clock,
      SigningKey key,
      Journal journal,
      Layout layout,
      Disk disk) {
    Operation operation = Operation.named("sealedRecords");
    Shelves shelves = new Shelves(layout, disk, clock, storage, key, known, journal);
    Exclusive lock = DiskTrouble.orResult(operation, () -> locked(operation, shelves));
    SealedRecords opened = new SealedRecords(shelves, disk, clock, journal, standing, lock);
    // Before looking, so that an end which is told meanwhile is either heard or seen.
    known.onEnd(opened::ended);
    opened.recover(operation);
    return opened;
  }

  /**
   * Keeps all that a pull brings, as it arrives, in the place of what was kept of this data set
   * under its consent before. Where this throws, the former copy is there as it was, unless the
   * disk failed at the very last step: then it is that or the new one.
   *
   * @param pull one of which nothing was read yet, from its first item on; it is closed
   * @throws vn.eid.InvalidRequestException where something of the pull was read before
   * @throws ConsentEndedException where the consent ended, also while the copy is being written
   * @throws vn.eid.UnavailableException where the disk failed, or the connection broke again and
   *     again
   */
  public SealedCopy keep(Pull<HealthData> pull) {
    Operation operation = Operation.named("sealedRecords.keep");
    try (pull) {
      if (!pull.isUntouched()) {
        throw operation.invalid(
            "pull", "Something of this pull was read before: keep(..) takes one from its start.");
      }
      PullRequest<HealthData> request = pull.request();
      return keep(request.consent, request.dataSet, pull.stream(), request.askedBy);
    }
  }

  SealedCopy keep(
      Consent.Active consent,
      DataSet<HealthData> dataSet,
      Stream<HealthData> items,
      String askedBy) {
    Operation operation = Operation.named("sealedRecords.keep");
    try (items) {
      admit(operation, consent, dataSet);
      return DiskTrouble.orResult(
          operation, () -> write(operation, consent, dataSet, items, askedBy));
    }
  }

  /**
   * What is kept of a data set; empty where nothing is.
   *
   * @throws ConsentEndedException where the consent ended
   */
  public Optional<SealedCopy> find(Consent.Active consent, DataSet<HealthData> dataSet) {
    Operation operation = Operation.named("sealedRecords.find");
    admitToRead(operation, consent, dataSet);
    return DiskTrouble.orResult(
            operation, () -> shelves.find(operation, consent.id(), dataSet.name()))
        .map(Copy::facts);
  }

  /** The same as {@link #read(Consent.Active, DataSet, String)}, asked for by the application. */
  public Stream<HealthData> read(Consent.Active consent, DataSet<HealthData> dataSet) {
    return read(consent, dataSet, Journal.APPLICATION);
  }

  /**
   * Reads what was kept, as the stream is read. The registry is asked first whether the consent
   * still stands, unless it was asked a moment ago (see {@code EidClient.sealedRecords}). Each
   * resource was verified before it is handed out; the stream throws in the middle where the
   * consent ends meanwhile, or the file was changed. Close it, or read it to its end.
   *
   * @param askedBy your reference for who wants to see it, for the audit ledger
   * @throws vn.eid.InvalidRequestException where nothing is kept of this data set
   * @throws ConsentEndedException where the consent ended
   * @throws vn.eid.UnavailableException where the registry does not answer, or the disk failed
   * @throws vn.eid.UntrustedException where a file is not what was written (DECRYPTION), or the
   *     registry's answer fails a check
   */
  public Stream<HealthData> read(
      Consent.Active consent, DataSet<HealthData> dataSet, String askedBy) {
    Operation operation = Operation.named("sealedRecords.read");
    LedgerEntry.checkAskedBy(askedBy);
    try {
      admitToRead(operation, consent, dataSet);
    } catch (ConsentEndedException e) {
      journal.refused(operation, askedBy, consent, dataSet, e);
      throw e;
    }
    CopyReader reader = opened(operation, consent, dataSet);
    try {
      journal.reopened(operation, askedBy, consent, dataSet, reader.left());
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
    return StreamSupport.stream(reader, false).onClose(reader::close);
  }

  /**
   * Erases what is kept under a consent, whether that stands or not; where something was, nothing
   * can be kept under it again.
   *
   * @return the record; empty where nothing was ever kept
   * @throws vn.eid.UnavailableException where the disk failed, or the record could not be signed:
   *     nothing can be read any more, and the next opening completes the rest
   */
  public Optional<Erasure> erase(ConsentId consent) {
    Operation operation = Operation.named("sealedRecords.erase");
    KnownConsents.End end = new KnownConsents.End(Journal.APPLICATION, clock.instant());
    checkOpen(operation);
    return DiskTrouble.orResult(operation, () -> shelves.erase(operation, consent, end));
  }

  /** Erases everything under consents whose time is over. Each use of the store does the same. */
  public void eraseExpired() {
    Operation operation = Operation.named("sealedRecords.eraseExpired");
    checkOpen(operation);
    shelves.eraseDue(operation);
  }

  /** The record of the erasure of what was kept under a consent; empty where it is not erased. */
  public Optional<Erasure> erasure(ConsentId consent) {
    Operation operation = Operation.named("sealedRecords.erasure");
    return DiskTrouble.orResult(operation, () -> shelves.erasure(operation, consent));
  }

  /**
   * The records of all completed erasures, as they lie in the directory: {@link Erasure#verify}
   * says whether somebody else wrote there.
   */
  public List<Erasure> erasures() {
    Operation operation = Operation.named("sealedRecords.erasures");
    return DiskTrouble.orResult(operation, () -> shelves.erased(operation));
  }

  /** Lets go of the directory; the client does it when it is closed. Streams end with an error. */
  @Override
  public void close() {
    closed = true;
    DiskTrouble.orDone(
        Operation.named("sealedRecords.close"),
        () -> {
          // Not in the middle of a change: who comes next would sweep away what it is about.
          synchronized (shelves) {
            lock.close();
          }
        });
  }

  private SealedCopy write(
      Operation operation,
      Consent.Active consent,
      DataSet<HealthData> dataSet,
      Stream<HealthData> items,
      String askedBy)
      throws IOException {
    Runnable stillStands = () -> check(operation, consent);
    ConsentKey key = shelves.prepare(operation, consent, stillStands);
    CopyFile file = shelves.file(consent.id(), dataSet.name(), newNumber());
    Optional<Copy> written = Optional.empty();
    try {
      written = Optional.of(file.write(disk, items, stillStands, clock));
    } catch (IOException e) {
      // The directory goes when the consent does; then that is the reason.
      stillStands.run();
      throw e;
    } finally {
      if (written.isEmpty()) {
        file.forget(disk);
      }
    }
    journal.kept(operation, askedBy, consent, dataSet, written.get().facts().resources());
    // From here on the index decides: what it does not name is swept at the next opening.
    shelves.commit(operation, key, dataSet.name(), written.get(), stillStands);
    return written.get().facts();
  }

  private CopyReader opened(
      Operation operation, Consent.Active consent, DataSet<HealthData> dataSet) {
    Runnable stillStands = () -> check(operation, consent);
    return DiskTrouble.orResult(
            operation, () -> shelves.open(operation, consent.id(), dataSet.name(), stillStands))
        .orElseThrow(() -> operation.invalid("dataSet", "Nothing is kept of '" + dataSet + "'."));
  }

  private void admit(Operation operation, Consent.Active consent, DataSet<HealthData> dataSet) {
    checkOpen(operation);
    shelves.eraseDue(operation);
    check(operation, consent);
    if (!consent.dataSets().contains(dataSet.name())) {
      throw operation.invalid("dataSet", "The citizen did not agree to share '" + dataSet + "'.");
    }
  }

  /** The registry is asked too: a citizen who takes a consent back tells nobody else. */
  private void admitToRead(
      Operation operation, Consent.Active consent, DataSet<HealthData> dataSet) {
    checkOpen(operation);
    if (shelves.isOnlySaidToHaveEnded(consent.id())) {
      standing.seekProof(consent.id());
    }
    admit(operation, consent, dataSet);
    standing.look(consent.id());
    check(operation, consent);
  }

  /** Refuses where the consent ended or is said to have, and erases where that is proven. */
  private void check(Operation operation, Consent.Active consent) {
    checkOpen(operation);
    Optional<KnownConsents.End> over =
        DiskTrouble.orResult(
            operation, () -> shelves.end(operation, consent.id(), consent.expiresAt()));
    if (over.isPresent()) {
      boolean proven = !shelves.isOnlySaidToHaveEnded(consent.id());
      if (proven) {
        shelves.eraseSoon(operation, consent.id(), over.get());
      }
      throw ended(operation, consent.id(), over.get(), proven);
    }
  }

  private static ConsentEndedException ended(
      Operation operation, ConsentId consent, KnownConsents.End end, boolean proven) {
    EndCause cause = EndCause.of(end.cause());
    String data =
        proven
            ? "What was kept is erased."
            : "That is not proven yet: what was kept stays, and nobody reads it.";
    return new ConsentEndedException(
        consent,
        cause,
        operation.in("The consent does not stand (" + cause + "). " + data),
        operation.traceId());
  }

  private void checkOpen(Operation operation) {
    if (closed) {
      throw operation.invalid("sealedRecords", "The store was closed.");
    }
  }

  private void ended(String consentId, KnownConsents.End end) {
    if (!closed && end.reachesWhatWasRead()) {
      Operation operation = Operation.named("sealedRecords.ended");
      shelves.eraseSoon(operation, ConsentId.of(consentId), end);
    }
  }

  private void recover(Operation operation) {
    boolean recovered = false;
    try {
      DiskTrouble.orDone(operation, () -> shelves.recover(operation));
      recovered = true;
    } finally {
      if (!recovered) {
        close();
      }
    }
  }

  private static Exclusive locked(Operation operation, Shelves shelves) throws IOException {
    return Exclusive.of(shelves.prepareDirectories())
        .orElseThrow(
            () ->
                operation.invalid(
                    "directory",
                    "Another process, or another client in this one, has this store open. One at a"
                        + " time: close it there, or take another directory."));
  }

  private static String newNumber() {
    byte[] number = new byte[16];
    new SecureRandom().nextBytes(number);
    return HexFormat.of().formatHex(number);
  }
}
