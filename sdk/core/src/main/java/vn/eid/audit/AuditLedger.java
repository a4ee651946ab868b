package vn.eid.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.disk.DiskTrouble;
import vn.eid.internal.disk.Exclusive;
import vn.eid.internal.jose.GivenKeys;
import vn.eid.internal.jose.SigningKey;

/**
 * A log of who read what about whom, when, under which consent (the evidence that Law 91/2025/QH15
 * asks of a controller). One line of JSON for each step of each read, with its number, the time,
 * the hash of the line before, and a signature by the client key. It holds pseudonyms and counts,
 * no health data and no citizen number.
 *
 * <p>{@link #verify} finds a line that was changed, removed, moved, or added by somebody without
 * the key, and lines cut off at the end: how far the ledger reached stands, signed, in a file
 * beside it. What files on one disk cannot show: that somebody cut the ledger and put back the head
 * file of that time, of which he had made a copy; and what somebody does who has the client key.
 * Against both, give {@link #head()} regularly to a place that he cannot write to, and verify with
 * it.
 *
 * <p>A line is on the disk when {@link #append} returns. Threads that append at the same time share
 * the wait for the disk. A line that a crash tore is set aside into a file {@code .torn-<number>}
 * at the next opening, which writes a line about that. One process at a time; this class is
 * thread-safe.
 */
public final class AuditLedger implements AutoCloseable {
  private final Path file;
  private final LedgerFile lines;
  private final SigningKey key;
  private final Clock clock;
  private final Exclusive lock;

  private AuditLedger(Path file, LedgerFile lines, SigningKey key, Clock clock, Exclusive lock) {
    this.file = file;
    this.lines = lines;
    this.key = key;
    this.clock = clock;
    this.lock = lock;
  }

  /**
   * Made by {@code EidClient.Builder.auditLedger(..)}.
   *
   * @param formerKeys a JWK set of public keys with which it may be signed up to now
   */
  @SuppressWarnings("exports")
  public static AuditLedger open(
      SigningKey key, Clock clock, Path file, Optional<String> formerKeys) {
    return open(key, clock, file, formerKeys, Disk.real());
  }

  static AuditLedger open(
      SigningKey key, Clock clock, Path file, Optional<String> formerKeys, Disk disk) {
    Operation operation = Operation.named("auditLedger");
    GivenKeys own = key.verification();
    GivenKeys keys =
        formerKeys.map(text -> own.and(GivenKeys.of(operation, "formerKeys", text))).orElse(own);
    return DiskTrouble.orResult(operation, () -> open(operation, key, clock, file, keys, disk));
  }

  /**
   * Appends a line.
   *
   * @throws vn.eid.UnavailableException where the disk failed or the key did not sign: then do not
   *     do what the line was to say
   */
  public void append(LedgerEntry entry) {
    Operation operation = new Operation("auditLedger.append", entry.traceId());
    DiskTrouble.orDone(operation, () -> lines.append(operation, entry.members()));
  }

  /** Where the ledger ends now. Keep it elsewhere, to prove later that it was not cut. */
  public LedgerHead head() {
    return lines.head();
  }

  /**
   * Writes lines out for an inspection, as they stand in the ledger, then a signed summary with
   * their number, their hash and the ledger's head. {@link #verifyExport} proves that each is a
   * line of the ledger and that none of the exported is gone. That no line was left out that the
   * filter takes rests on the word of the application, which signs it: the whole ledger needs no
   * such word.
   *
   * @return how many lines
   * @throws vn.eid.UnavailableException where the disk failed
   */
  public long export(LedgerFilter filter, Appendable out) {
    Operation operation = Operation.named("auditLedger.export");
    return DiskTrouble.orResult(
        operation,
        () -> new Export().write(operation, file, lines.head(), filter, out, key, clock.instant()));
  }

  /**
   * Looks at a whole ledger, also while it is in use, and against the signed head beside it. What
   * is wrong with it is returned and not thrown.
   *
   * @param trustedKeys the public keys of the application, present and former, as {@code
   *     ClientKey.publicKeys()} gives them
   * @throws vn.eid.InvalidRequestException where the keys are no JWK set
   * @throws vn.eid.UnavailableException where the file cannot be read
   */
  public static LedgerCheck verify(Path file, String trustedKeys) {
    Operation operation = Operation.named("auditLedger.verify");
    GivenKeys keys = GivenKeys.of(operation, "trustedKeys", trustedKeys);
    return DiskTrouble.orResult(operation, () -> new Verification(operation, file, keys).run());
  }

  /** The same against a head that was kept elsewhere; the file beside the ledger is not needed. */
  public static LedgerCheck verify(Path file, String trustedKeys, LedgerHead expected) {
    Operation operation = Operation.named("auditLedger.verify");
    GivenKeys keys = GivenKeys.of(operation, "trustedKeys", trustedKeys);
    return DiskTrouble.orResult(
        operation, () -> new Verification(operation, file, keys).run(expected));
  }

  /** Looks at what {@link #export} wrote, without the ledger. */
  public static LedgerCheck verifyExport(Path file, String trustedKeys) {
    Operation operation = Operation.named("auditLedger.verifyExport");
    GivenKeys keys = GivenKeys.of(operation, "trustedKeys", trustedKeys);
    return DiskTrouble.orResult(operation, () -> new Export().verify(operation, file, keys));
  }

  /** Lets go of the file; the client does it when it is closed. */
  @Override
  public void close() {
    DiskTrouble.orDone(
        Operation.named("auditLedger.close"),
        () -> {
          lines.close();
          lock.close();
        });
  }

  private static AuditLedger open(
      Operation operation, SigningKey key, Clock clock, Path file, GivenKeys keys, Disk disk)
      throws IOException {
    disk.makeDirectory(Disk.directoryOf(file));
    Exclusive lock =
        Exclusive.of(file.resolveSibling(file.getFileName() + ".lock"))
            .orElseThrow(
                () ->
                    operation.invalid(
                        "auditLedger",
                        "Another process, or another client in this one, writes this ledger. One"
                            + " at a time: close it there, or take another file."));
    boolean opened = false;
    try {
      AuditLedger ledger =
          new AuditLedger(file, lines(operation, key, clock, file, keys, disk), key, clock, lock);
      opened = true;
      return ledger;
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  private static LedgerFile lines(
      Operation operation, SigningKey key, Clock clock, Path file, GivenKeys keys, Disk disk)
      throws IOException {
    Opening opening = new Opening(operation, file, disk, keys);
    SignedEnd end = opening.end();
    Optional<Map<String, Object>> torn = opening.setAside(end);
    LedgerFile lines = new LedgerFile(file, disk, key, clock, end);
    lines.force(operation);
    if (torn.isPresent()) {
      lines.append(operation, torn.get());
    }
    return lines;
  }
}
