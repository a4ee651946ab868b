package vn.eid.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.disk.DurableFile;
import vn.eid.internal.jose.GivenKeys;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.json.Fields;

/**
 * Finds the end of a ledger after whatever happened. Up to the signed end nothing may be missing or
 * changed; what a crash left after it is taken as far as it is whole lines, and the rest is set
 * aside. Only the end is looked at: {@link AuditLedger#verify} looks at all.
 */
final class Opening {
  private final Operation operation;
  private final Path file;
  private final Disk disk;
  private final GivenKeys keys;

  Opening(Operation operation, Path file, Disk disk, GivenKeys keys) {
    this.operation = operation;
    this.file = file;
    this.disk = disk;
    this.keys = keys;
  }

  /** The end of what is whole. */
  SignedEnd end() throws IOException {
    boolean isNew = !Files.exists(file) || Files.size(file) == 0;
    Optional<SignedEnd> signed = SignedEnd.read(operation, file, keys.keys());
    if (signed.isEmpty() && isNew) {
      return SignedEnd.NOTHING;
    }
    SignedEnd end = signed.orElseThrow(() -> tampered("has no signed head beside it"));
    if (!isSound(end)) {
      throw tampered("does not reach to where its signed head says, or says something else there");
    }
    return furtherThan(end);
  }

  /** Moves what is no whole line into a file of its own; says what that was, if anything. */
  Optional<Map<String, Object>> setAside(SignedEnd end) throws IOException {
    long size = Files.exists(file) ? Files.size(file) : 0;
    if (size <= end.to()) {
      return Optional.empty();
    }
    byte[] torn = bytes(end.to(), size);
    Path aside = file.resolveSibling(file.getFileName() + ".torn-" + (end.head().lines() + 1));
    try (DurableFile out = disk.append(aside)) {
      out.bytes().write(torn);
      out.force();
    }
    disk.truncate(file, end.to());
    Map<String, Object> note = new LinkedHashMap<>();
    note.put("event", "recovered");
    note.put("set_aside_bytes", torn.length);
    note.put("set_aside_sha256", Hashes.sha256(torn));
    return Optional.of(note);
  }

  private boolean isSound(SignedEnd end) throws IOException {
    if (end.head().lines() == 0) {
      return true;
    }
    if (!Files.exists(file) || Files.size(file) < end.to()) {
      return false;
    }
    byte[] line = bytes(end.from(), end.to() - 1);
    return LedgerLine.hash(line).equals(end.head().hash());
  }

  private SignedEnd furtherThan(SignedEnd signed) throws IOException {
    SignedEnd end = signed;
    if (!Files.exists(file)) {
      return end;
    }
    try (Lines lines = new Lines(file, end.to())) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        Optional<Fields> content =
            LedgerLine.open(operation, keys, LedgerLine.LINE, line.get()).content();
        if (content.isEmpty() || !continues(end.head(), content.get())) {
          return end;
        }
        LedgerHead head = new LedgerHead(end.head().lines() + 1, LedgerLine.hash(line.get()));
        end = new SignedEnd(head, end.to(), lines.position());
      }
    }
    return end;
  }

  static boolean continues(LedgerHead head, Fields line) {
    return line.requiredInteger("number") == head.lines() + 1
        && line.requiredText("previous").equals(head.hash());
  }

  private byte[] bytes(long from, long to) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(to - from)];
      open.seek(from);
      open.readFully(bytes);
      return bytes;
    }
  }

  private UntrustedException tampered(String problem) {
    return operation.untrusted(
        Check.SIGNATURE,
        "The ledger "
            + problem
            + ": somebody changed or cut it. Keep all its files, verify it, and go on in a new"
            + " one.");
  }
}
