package vn.eid.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.mock.EidMock;

class ConfigurationTest {
  @TempDir private Path folder;

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(EidAutoConfiguration.class));

  @Test
  void sayWhatToSetWhereNothingIsSet() {
    refuses(application, "eid.client-id: It is not set.");
    refuses(application.withPropertyValues("eid.client-id=clinic"), "eid.issuer: It is not set.");
  }

  @Test
  void sayWhereTheKeyFileWasSought() {
    refuses(configured("eid.key.location=file:/nowhere/key.jwk"), "no file to read at", "nowhere");
    refuses(configured("eid.client-id=other"), "eid.key.location: It is not set.");
  }

  @Test
  void sayThatAFileIsNoKeyWithoutRepeatingIt() throws Exception {
    Path file =
        Files.writeString(folder.resolve("key"), "{\"kty\":\"EC\",\"d\":\"not-to-be-told\"}");
    refuses(configured("eid.key.location=file:" + file), "eid.key.location", "JSON Web Key");
    Files.writeString(file, "not-to-be-told");
    refuses(configured("eid.key.location=file:" + file), "eid.key.password");
    refuses(
        configured("eid.key.location=file:" + file, "eid.key.password=not-to-be-told"),
        "neither a JSON Web Key nor a key store");
  }

  @Test
  void sayThatAnIssuerOfProductionIsHttps() {
    refuses(
        application.withPropertyValues("eid.client-id=clinic", "eid.issuer=http://localhost:1"),
        "eid.issuer",
        "https");
  }

  @Test
  void sayThatASharedStoreNeedsAStorageKey() {
    try (EidMock mock = EidMock.start()) {
      refuses(
          at(mock).withBean(Shelf.class), "eid.storage-key: There is a shared store, and no key");
      refuses(
          at(mock).withBean(Shelf.class).withPropertyValues("eid.storage-key.value=short"),
          "eid.storage-key.value: It does not hold 32 bytes");
    }
  }

  @Test
  void takesAKeyOutOfAKeyStore() throws Exception {
    Path store = folder.resolve("key.p12");
    keytool(store);
    configured("eid.key.location=file:" + store, "eid.key.password=changeit")
        .run(context -> assertThat(context).hasSingleBean(EidClient.class));
  }

  @Test
  void anApplicationsOwnClientIsLeftAlone() {
    try (EidMock mock = EidMock.start();
        EidClient own =
            EidClient.builder(
                    Environment.sandbox(mock.issuer()),
                    mock.clientId(),
                    ClientKey.fromJwk(mock.clientKeyJwk()))
                .build()) {
      application
          .withBean("own", EidClient.class, () -> own)
          .run(context -> assertThat(context.getBean(EidClient.class)).isSameAs(own));
    }
  }

  @Test
  void theKeyIsABeanWhosePublicHalfTheApplicationMayHandOut() {
    try (EidMock mock = EidMock.start()) {
      at(mock)
          .run(
              context ->
                  assertThat(context.getBean(ClientKey.class).publicKeys())
                      .isEqualTo(ClientKey.fromJwk(mock.clientKeyJwk()).publicKeys()));
    }
  }

  @Test
  void anApplicationsOwnKeyComesBeforeTheProperties() {
    try (EidMock mock = EidMock.start()) {
      ClientKey own = ClientKey.fromJwk(mock.clientKeyJwk());
      configured("eid.issuer=" + mock.issuer(), "eid.key.location=file:/nowhere/key.jwk")
          .withBean(ClientKey.class, () -> own)
          .run(context -> assertThat(context).hasSingleBean(EidClient.class));
    }
  }

  @Test
  void noSecretIsPrinted() {
    try (EidMock mock = EidMock.start()) {
      at(mock)
          .run(
              context -> {
                EidProperties properties = context.getBean(EidProperties.class);
                assertThat(properties.toString() + properties.key() + properties.storageKey())
                    .doesNotContain(mock.clientId(), "kty");
              });
    }
  }

  private ApplicationContextRunner configured(String... more) {
    return application
        .withPropertyValues(
            "eid.client-id=clinic", "eid.issuer=http://localhost:1", "eid.sandbox=true")
        .withPropertyValues(more);
  }

  private ApplicationContextRunner at(EidMock mock) {
    return configured("eid.issuer=" + mock.issuer(), "eid.key.jwk=" + mock.clientKeyJwk());
  }

  private static void refuses(ApplicationContextRunner application, String... words) {
    application.run(
        context -> {
          Throwable failure = context.getStartupFailure();
          FailureAnalysis analysis = new EidFailureAnalyzer().analyze(failure);
          assertThat(analysis).as("%s", failure).isNotNull();
          assertThat(analysis.getDescription()).contains(words).doesNotContain("not-to-be-told");
          assertThat(analysis.getAction()).isNotBlank();
        });
  }

  private static void keytool(Path store) throws Exception {
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "client",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=clinic",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).isZero();
  }
}
