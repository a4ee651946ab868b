package vn.eid.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.disk.DurableFile;
import vn.eid.internal.jose.SigningKey;

/**
 * The file at its end. Lines are signed and written one after the other, because each holds the
 * hash of the one before; forcing them to the disk is shared: whoever waits for that finds his line
 * forced along with those of others. A line counts when the signed end has it.
 */
final class LedgerFile implements AutoCloseable {
  private final Path file;
  private final Disk disk;
  private final SigningKey key;
  private final Clock clock;
  private final DurableFile out;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock forcing = new ReentrantLock();
  private SignedEnd written;
  private volatile SignedEnd forced;
  private volatile boolean broken;

  /** Goes on after an end that was verified. */
  LedgerFile(Path file, Disk disk, SigningKey key, Clock clock, SignedEnd end) throws IOException {
    this.file = file;
    this.disk = disk;
    this.key = key;
    this.clock = clock;
    this.written = end;
    this.forced = end;
    this.out = disk.append(file);
  }

  /** Appends a line; returns when it would survive a crash. */
  void append(Operation operation, Map<String, Object> members) throws IOException {
    force(operation, write(operation, members));
  }

  LedgerHead head() {
    return forced.head();
  }

  /** Forces what is written, and signs that as the end. */
  void force(Operation operation) throws IOException {
    SignedEnd end = written();
    out.force();
    disk.replace(
        SignedEnd.besides(file),
        key.sign(operation, SignedEnd.TYPE, end.members()).getBytes(StandardCharsets.ISO_8859_1));
    forced = end;
  }

  @Override
  public void close() throws IOException {
    broken = true;
    // Not between a line and its head: who opens the ledger next would find that out of date.
    forcing.lock();
    try {
      out.close();
    } finally {
      forcing.unlock();
    }
  }

  private SignedEnd written() {
    writing.lock();
    try {
      return written;
    } finally {
      writing.unlock();
    }
  }

  private long write(Operation operation, Map<String, Object> members) throws IOException {
    writing.lock();
    try {
      refuseWhereBroken();
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("number", written.head().lines() + 1);
      content.put("time", clock.instant().toString());
      content.put("previous", written.head().hash());
      content.putAll(members);
      String line = LedgerLine.sign(operation, key, LedgerLine.LINE, content);
      return add(line.getBytes(StandardCharsets.UTF_8));
    } finally {
      writing.unlock();
    }
  }

  private long add(byte[] line) throws IOException {
    byte[] text = new byte[line.length + 1];
    System.arraycopy(line, 0, text, 0, line.length);
    text[line.length] = '\n';
    try {
      out.bytes().write(text);
    } catch (IOException e) {
      // Half a line may stand there now: only an opening can set that aside.
      broken = true;
      throw e;
    }
    long number = written.head().lines() + 1;
    LedgerHead head = new LedgerHead(number, LedgerLine.hash(line));
    written = new SignedEnd(head, written.to(), written.to() + text.length);
    return number;
  }

  private void force(Operation operation, long number) throws IOException {
    forcing.lock();
    try {
      if (forced.head().lines() < number) {
        refuseWhereBroken();
        boolean done = false;
        try {
          force(operation);
          done = true;
        } finally {
          // After a failure nobody knows what of it the disk has.
          broken = broken || !done;
        }
      }
    } finally {
      forcing.unlock();
    }
  }

  private void refuseWhereBroken() throws IOException {
    if (broken) {
      throw new IOException("The ledger failed before, or was closed. Open it again.");
    }
  }
}
