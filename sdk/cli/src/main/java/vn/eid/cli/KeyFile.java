package vn.eid.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import vn.eid.ClientKey;
import vn.eid.InvalidRequestException;

/** The file in which the client's key lies. The key itself is never an option: others see those. */
final class KeyFile {
  private static final long MAX_BYTES = 64 * 1024;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final Path path;
  private final Words words;

  private KeyFile(Path path, Words words) {
    this.path = path;
    this.words = words;
  }

  /** The file that an option names. What is not a name is not repeated: it may be the key. */
  static KeyFile named(String text, Words words) {
    if (text.strip().startsWith("{") || text.contains("-----BEGIN") || text.contains("\n")) {
      throw new WrongUseException(words.say("key.not.here"));
    }
    try {
      return new KeyFile(Path.of(text), words);
    } catch (InvalidPathException e) {
      throw new WrongUseException(words.say("key.missing"));
    }
  }

  /** Reads the key. */
  ClientKey read() {
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new WrongUseException(words.say("key.no-key", path));
      }
      return key(Files.readString(path));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private WrongUseException unreadable(IOException e) {
    // What is not there is not repeated: it may be the key itself, even one too long for a name.
    if (!Files.exists(path)) {
      return new WrongUseException(words.say("key.missing"));
    }
    boolean forbidden = e instanceof AccessDeniedException;
    return new WrongUseException(words.say(forbidden ? "key.forbidden" : "key.no-key", path));
  }

  private ClientKey key(String text) {
    if (text.contains("-----BEGIN")) {
      throw new WrongUseException(words.say("key.pem", path));
    }
    try {
      return ClientKey.fromJwk(unwrapped(text));
    } catch (InvalidRequestException e) {
      String detail = Detail.of(e);
      String name = detail.contains("not a JSON Web Key") ? "key.no-key" : "key.wrong";
      throw new WrongUseException(words.say(name, path, detail));
    }
  }

  /** The mock server gives a client's id and its key in one object. */
  private static String unwrapped(String text) {
    try {
      JsonNode key = new ObjectMapper().readTree(text).path("jwk");
      return key.isObject() ? key.toString() : text;
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  /** Whether other users of this machine can read it; false where the disk cannot tell. */
  boolean isReadableByOthers() {
    try {
      return Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
    } catch (UnsupportedOperationException | IOException e) {
      return false;
    }
  }
}
