package vn.eid.records;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.consent.ConsentId;
import vn.eid.internal.disk.AlteredFileException;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.disk.DurableFile;
import vn.eid.internal.disk.FrameInput;
import vn.eid.internal.disk.FrameOutput;
import vn.eid.internal.jose.Hashes;

/** The file of one copy: resources in authenticated frames, under a key of its own. */
record CopyFile(Path path, ConsentId consent, String dataSet, String number) {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.records");

  /**
   * Writes the copy, whole and forced. The index does not know it yet, and nobody else its key.
   *
   * @param stillStands throws where the consent ended meanwhile
   */
  Copy write(Disk disk, Stream<HealthData> items, Runnable stillStands, Clock clock)
      throws IOException {
    byte[] key = FrameOutput.newKey();
    long resources = 0;
    long bytes = 0;
    try (DurableFile file = disk.append(path)) {
      FrameOutput frames = new FrameOutput(file.bytes(), key, context());
      DataOutputStream out = new DataOutputStream(frames);
      for (Iterator<HealthData> all = items.iterator(); all.hasNext(); resources++) {
        stillStands.run();
        bytes += KeptItems.write(out, all.next());
      }
      out.flush();
      frames.finish();
      file.force();
    }
    disk.forceDirectory(Disk.directoryOf(path));
    SealedCopy facts = new SealedCopy(resources, bytes, clock.instant());
    return new Copy(number, Hashes.base64url(key), Files.size(path), facts);
  }

  /**
   * Opens the copy. That it has its full length is checked here, each frame as it is read.
   *
   * @throws AlteredFileException where it was cut or lengthened
   */
  DataInputStream open(Copy copy) throws IOException {
    if (!Files.exists(path) || Files.size(path) != copy.length()) {
      throw new AlteredFileException();
    }
    FileInputStream file = new FileInputStream(path.toFile());
    return new DataInputStream(
        new FrameInput(new BufferedInputStream(file), copy.key(), context()));
  }

  /** Deletes what was written, unless the disk does not; then the next opening sweeps it. */
  void forget(Disk disk) {
    try {
      disk.delete(path);
    } catch (IOException e) {
      LOG.debug("A copy that is not whole waits for the next opening.");
    }
  }

  private byte[] context() {
    return (consent + "\n" + dataSet + "\n" + number).getBytes(StandardCharsets.UTF_8);
  }
}
