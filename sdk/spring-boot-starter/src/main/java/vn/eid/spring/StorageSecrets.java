package vn.eid.spring;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.core.io.Resource;
import vn.eid.StorageKey;

/** The storage key from where the properties say it is. */
final class StorageSecrets {
  private static final String LOCATION = "eid.storage-key.location";
  private static final int BYTES = 32;

  private StorageSecrets() {}

  static Optional<StorageKey> read(EidProperties.StorageSecret secret) {
    Optional<StorageKey> key =
        Optional.ofNullable(secret.value())
            .map(text -> key("eid.storage-key.value", text.getBytes(StandardCharsets.US_ASCII)))
            .or(() -> Optional.ofNullable(secret.location()).map(file -> key(LOCATION, file)));
    return key.map(
        now ->
            Optional.ofNullable(secret.formerLocation())
                .map(file -> now.orFormerly(key("eid.storage-key.former-location", file)))
                .orElse(now));
  }

  private static StorageKey key(String property, Resource file) {
    return key(property, KeyFile.bytes(property, file));
  }

  private static StorageKey key(String property, byte[] content) {
    byte[] bytes = content.length == BYTES ? content : decoded(content);
    if (bytes.length != BYTES) {
      throw new EidConfigurationException(
          property,
          "It does not hold 32 bytes, as they are or in Base64.",
          "Make it by: openssl rand -base64 32");
    }
    return StorageKey.of(bytes);
  }

  private static byte[] decoded(byte[] content) {
    try {
      return Base64.getDecoder().decode(new String(content, StandardCharsets.US_ASCII).strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
