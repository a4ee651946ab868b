package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;

/** Answers that are signed by the registry and encrypted to the application. */
class EncryptedRecordsTest {
  private static final String PAGE = PullTest.page("\"entry\":[" + PullTest.entry("a") + "]");

  private final RecordsProvider provider = new RecordsProvider();
  private final ECKey encryption =
      new ECKey.Builder(RecordsProvider.key("e")).keyUse(KeyUse.ENCRYPTION).build();
  private final Map<String, Object> changes = new HashMap<>();
  private EidClient client;

  @BeforeEach
  void open() {
    ClientKey key =
        provider.clientKey().alsoDecryptingWith(ClientKey.fromJwk(encryption.toJSONString()));
    client = provider.builder(key).encryptedRecords().build();
  }

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void opensWhatTheRegistrySignedForThisRequest() {
    answerWith(encryption, provider.registryKey());
    assertThat(pull()).hasSize(1);
  }

  @Test
  void refusesDataInTheClear() {
    provider.records = exchange -> RecordsProvider.send(exchange, 200, PAGE);
    assertThat(refusal()).isEqualTo(Check.DECRYPTION);
  }

  @Test
  void refusesWhatIsEncryptedToAnotherKey() {
    answerWith(RecordsProvider.key("e"), provider.registryKey());
    assertThat(refusal()).isEqualTo(Check.DECRYPTION);
  }

  @Test
  void refusesAStrangersSignature() {
    answerWith(encryption, RecordsProvider.key("r"));
    assertThat(refusal()).isEqualTo(Check.SIGNATURE);
  }

  @Test
  void refusesWhatIsEncryptedAndNotSigned() {
    provider.records =
        exchange ->
            RecordsProvider.send(
                exchange, 200, "application/jose", bytes(encrypted(PAGE, encryption)));
    assertThat(refusal()).isEqualTo(Check.FORMAT);
  }

  @Test
  void refusesTheAnswerToAnotherRequest() {
    Map<String, Check> checks =
        Map.of(
            "aud",
            Check.AUDIENCE,
            "consent_id",
            Check.CONSENT,
            "data_set",
            Check.CONSENT,
            "url",
            Check.REPLAY);
    checks.forEach(
        (member, check) -> {
          changes.clear();
          changes.put(member, "other");
          answerWith(encryption, provider.registryKey());
          assertThat(refusal()).as(member).isEqualTo(check);
        });
    for (long age : List.of(-3600L, 3600L)) {
      changes.clear();
      changes.put("iat", Instant.now().getEpochSecond() + age);
      answerWith(encryption, provider.registryKey());
      assertThat(refusal()).isEqualTo(Check.EXPIRY);
    }
  }

  private List<HealthData> pull() {
    return client
        .records()
        .pull(
            PullRequest.under(
                provider.consent(client), Application.TREATMENT, HealthData.IMMUNIZATIONS))
        .toList();
  }

  private Check refusal() {
    Throwable thrown = catchThrowable(this::pull);
    assertThat(thrown).isInstanceOf(UntrustedException.class);
    return ((UntrustedException) thrown).check();
  }

  private void answerWith(ECKey recipient, ECKey signer) {
    provider.records =
        exchange -> {
          String url = provider.base() + exchange.getRequestURI();
          String signed = RecordsProvider.signed(header(url), PAGE, signer);
          RecordsProvider.send(
              exchange, 200, "application/jose", bytes(encrypted(signed, recipient)));
        };
  }

  private JWSHeader header(String url) {
    Map<String, Object> members = new HashMap<>();
    members.put("aud", "app");
    members.put("consent_id", "c1");
    members.put("data_set", "immunizations");
    members.put("url", url);
    members.put("iat", Instant.now().getEpochSecond());
    members.putAll(changes);
    return new JWSHeader.Builder(JWSAlgorithm.ES256)
        .type(new JOSEObjectType("vn-records+jose"))
        .keyID("r")
        .customParams(members)
        .build();
  }

  private static String encrypted(String content, ECKey recipient) {
    try {
      JWEObject jwe =
          new JWEObject(
              new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                  .contentType("JOSE")
                  .keyID("e")
                  .build(),
              new Payload(content));
      jwe.encrypt(new ECDHEncrypter(recipient.toECPublicKey()));
      return jwe.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
