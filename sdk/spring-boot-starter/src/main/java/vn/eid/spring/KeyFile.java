package vn.eid.spring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import vn.eid.ClientKey;
import vn.eid.InvalidRequestException;

/** The client's key from where the properties say it is. No sentence repeats anything of it. */
final class KeyFile {
  private static final String LOCATION = "eid.key.location";

  private final EidProperties.Key key;

  KeyFile(EidProperties.Key key) {
    this.key = key;
  }

  ClientKey read() {
    try {
      ClientKey read = key.jwk() == null ? fromFile() : ClientKey.fromJwk(key.jwk());
      return key.registeredAs() == null ? read : read.registeredAs(key.registeredAs());
    } catch (InvalidRequestException e) {
      throw new EidConfigurationException(
          key.jwk() == null ? LOCATION : "eid.key.jwk",
          String.valueOf(e.getMessage()),
          "Give the private key that belongs to the public one registered with the provider.");
    }
  }

  private ClientKey fromFile() {
    byte[] content = bytes(LOCATION, key.location());
    String text = new String(content, StandardCharsets.UTF_8).strip();
    return text.startsWith("{") ? ClientKey.fromJwk(text) : fromKeyStore(content);
  }

  private ClientKey fromKeyStore(byte[] content) {
    String given = key.password();
    if (given == null) {
      throw new EidConfigurationException(
          "eid.key.password",
          "The key file is no JSON Web Key, so it must be a key store, and that has a password.",
          "Set eid.key.password, or point eid.key.location to a JSON Web Key.");
    }
    char[] password = given.toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), password);
      return ClientKey.fromKeyStore(store, alias(store), password);
    } catch (IOException | GeneralSecurityException e) {
      throw new EidConfigurationException(
          LOCATION,
          "The file is neither a JSON Web Key nor a key store (PKCS#12) that this password opens.",
          "Check eid.key.location and eid.key.password.");
    }
  }

  private String alias(KeyStore store) throws GeneralSecurityException {
    if (key.alias() != null) {
      return key.alias();
    }
    List<String> all = Collections.list(store.aliases());
    if (all.size() != 1) {
      throw new EidConfigurationException(
          "eid.key.alias",
          "The key store has " + all.size() + " entries.",
          "Set eid.key.alias to the one to use.");
    }
    return all.get(0);
  }

  /** The content of a file that a property names. */
  static byte[] bytes(String property, @Nullable Resource location) {
    if (location == null) {
      throw new EidConfigurationException(
          property, "It is not set.", "Set it to a file: file:/etc/clinic/key.p12");
    }
    try {
      return location.getContentAsByteArray();
    } catch (IOException e) {
      throw new EidConfigurationException(
          property,
          "There is no file to read at " + location.getDescription() + ".",
          "Check the path, and that this process may read it.");
    }
  }
}
