package vn.eid.spring;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.InvalidRequestException;
import vn.eid.StorageKey;
import vn.eid.spi.CallListener;
import vn.eid.spi.SharedStore;

/** Makes the client of properties and beans, or says which property is wrong. */
final class ClientAssembly {
  private final EidProperties properties;
  private final Supplier<ClientKey> key;

  ClientAssembly(EidProperties properties, Supplier<ClientKey> key) {
    this.properties = properties;
    this.key = key;
  }

  EidClient build(
      @Nullable SharedStore store,
      List<CallListener> listeners,
      List<EidClientCustomizer> customizers) {
    String clientId = required("eid.client-id", properties.clientId());
    try {
      EidClient.Builder builder =
          EidClient.builder(environment(), clientId, key.get())
              .timeout(properties.timeout())
              .maxClockSkew(properties.maxClockSkew());
      Optional.ofNullable(properties.auditLedger()).ifPresent(builder::auditLedger);
      keep(builder, store);
      listeners.forEach(builder::listener);
      customizers.forEach(customizer -> customizer.customize(builder));
      return builder.build();
    } catch (InvalidRequestException e) {
      throw new EidConfigurationException(
          "eid", String.valueOf(e.getMessage()), "Correct the property of this name: " + e.field());
    }
  }

  private Environment environment() {
    if (properties.issuer() == null) {
      throw missing("eid.issuer");
    }
    try {
      return properties.sandbox()
          ? Environment.sandbox(properties.issuer())
          : Environment.production(properties.issuer());
    } catch (InvalidRequestException e) {
      throw new EidConfigurationException(
          "eid.issuer",
          String.valueOf(e.getMessage()),
          "Copy the issuer of the provider's discovery document. For a sandbox or the mock server"
              + " set eid.sandbox=true as well.");
    }
  }

  private void keep(EidClient.Builder builder, @Nullable SharedStore store) {
    Optional<StorageKey> key = StorageSecrets.read(properties.storageKey());
    if (store == null) {
      key.ifPresent(builder::storageKey);
      return;
    }
    builder.sharedStore(
        store,
        key.orElseThrow(
            () ->
                new EidConfigurationException(
                    "eid.storage-key",
                    "There is a shared store, and no key to seal what lies in it.",
                    "Set eid.storage-key.location or .value, the same on all nodes: openssl rand"
                        + " -base64 32")));
  }

  private static String required(String property, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw missing(property);
    }
    return value;
  }

  private static EidConfigurationException missing(String property) {
    return new EidConfigurationException(
        property,
        "It is not set.",
        "Set eid.issuer, eid.client-id and eid.key.location (or eid.key.jwk) as the provider"
            + " registered this application; or define an EidClient bean of your own.");
  }
}
