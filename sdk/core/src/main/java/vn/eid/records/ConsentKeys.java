package vn.eid.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.Consent;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.disk.DurableFile;
import vn.eid.internal.jose.Seal;

/**
 * The key files: one for each consent, sealed by the storage key. Each is written once, in one
 * place, so that overwriting it leaves no older version behind.
 */
final class ConsentKeys {
  private static final String KIND = "vn-eid-consent-key-1";

  private final Layout layout;
  private final Disk disk;
  private final Seal storage;

  ConsentKeys(Layout layout, Disk disk, Seal storage) {
    this.layout = layout;
    this.disk = disk;
    this.storage = storage;
  }

  boolean has(String name) {
    return Files.exists(layout.key(name));
  }

  /** The consent's key, made where there is none yet. */
  ConsentKey take(Operation operation, Consent.Active consent) throws IOException {
    String name = Layout.nameOf(consent.id());
    if (Files.exists(layout.key(name))) {
      return read(operation, name);
    }
    ConsentKey fresh = ConsentKey.newFor(consent);
    disk.replace(layout.key(name), sealed(fresh));
    return fresh;
  }

  /**
   * The key of this name.
   *
   * @throws vn.eid.UntrustedException where the file was changed or is another consent's
   */
  ConsentKey read(Operation operation, String name) throws IOException {
    String text = Files.readString(layout.key(name), StandardCharsets.ISO_8859_1);
    ConsentKey key = ConsentKey.of(storage.open(operation, KIND, text));
    if (!Layout.nameOf(key.consent()).equals(name)) {
      throw operation.untrusted(Check.DECRYPTION, "A key file is another consent's.");
    }
    return key;
  }

  /** Writes zeros over the key, and deletes it. Nothing opens the copies after that. */
  void destroy(String name) throws IOException {
    for (Path version : versions(name)) {
      if (Files.exists(version, LinkOption.NOFOLLOW_LINKS)) {
        disk.overwrite(version);
        disk.delete(version);
      }
    }
    disk.forceDirectory(layout.keys());
  }

  /** Brings to its end, or back, what a crash interrupted. */
  void settle(String name) throws IOException {
    Path key = layout.key(name);
    if (!Files.exists(key) && Files.exists(old(name))) {
      disk.move(old(name), key);
      disk.forceDirectory(layout.keys());
    }
    shred(fresh(name));
    shred(old(name));
  }

  /** Reads a key, and seals it anew where a former storage key had sealed it. */
  ConsentKey renew(Operation operation, String name) throws IOException {
    ConsentKey read = read(operation, name);
    String text = Files.readString(layout.key(name), StandardCharsets.ISO_8859_1);
    if (!storage.isByNewest(text)) {
      sealAnew(name, read);
    }
    return read;
  }

  /** At no moment is there no whole key; the old one is overwritten when the new one stands. */
  private void sealAnew(String name, ConsentKey key) throws IOException {
    try (DurableFile out = disk.append(fresh(name))) {
      out.bytes().write(sealed(key));
      out.force();
    }
    disk.move(layout.key(name), old(name));
    disk.move(fresh(name), layout.key(name));
    disk.forceDirectory(layout.keys());
    shred(old(name));
  }

  private void shred(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      disk.overwrite(file);
      disk.delete(file);
      disk.forceDirectory(layout.keys());
    }
  }

  private byte[] sealed(ConsentKey key) {
    return storage.close(KIND, key.content()).getBytes(StandardCharsets.ISO_8859_1);
  }

  private List<Path> versions(String name) {
    return List.of(layout.key(name), fresh(name), old(name));
  }

  private Path fresh(String name) {
    return layout.keys().resolve(name + ".key.new");
  }

  private Path old(String name) {
    return layout.keys().resolve(name + ".key.old");
  }
}
