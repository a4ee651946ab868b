package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EidMockTest
class KeyRotationTest {
  private TestClient client;
  private JsonWebKey first;

  @BeforeEach
  void start(EidMock mock) throws JoseException {
    client = new TestClient(mock);
    first = published().get(0);
  }

  private List<JsonWebKey> published() throws JoseException {
    return new JsonWebKeySet(client.get("/jwks", Map.of()).isOk().body()).getJsonWebKeys();
  }

  private List<String> publishedIds() throws JoseException {
    return published().stream().map(JsonWebKey::getKeyId).toList();
  }

  private String idToken() {
    return client.token(client.codeForm(client.code())).isOk().text("id_token");
  }

  private void isSignedBy(JsonWebKey key) throws JoseException {
    isSignedBy(key, idToken());
  }

  private static void isSignedBy(JsonWebKey key, String token) throws JoseException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setCompactSerialization(token);
    assertThat(jws.getKeyIdHeaderValue()).isEqualTo(key.getKeyId());
    jws.setKey(key.getKey());
    assertThat(jws.verifySignature()).isTrue();
  }

  @Test
  void beforeAnyRotationThereIsOneKey() throws Exception {
    assertThat(published()).hasSize(1);
    isSignedBy(first);
  }

  @Test
  void aPlannedRotationKeepsTheOldKeyPublishedForAnHour(EidMock mock) throws Exception {
    mock.rotateKeys(KeyRotation.PLANNED);
    assertThat(publishedIds()).hasSize(2).contains(first.getKeyId());
    JsonWebKey second = published().get(0);
    assertThat(second.getKeyId()).isNotEqualTo(first.getKeyId());
    isSignedBy(second);
    mock.advance(Duration.ofMinutes(59));
    assertThat(publishedIds()).containsExactly(second.getKeyId(), first.getKeyId());
    mock.advance(Duration.ofMinutes(1));
    assertThat(publishedIds()).containsExactly(second.getKeyId());
    isSignedBy(second);
  }

  @Test
  void eachOldKeyHasAnHourOfItsOwn(EidMock mock) throws Exception {
    mock.rotateKeys(KeyRotation.PLANNED);
    mock.advance(Duration.ofMinutes(30));
    mock.rotateKeys(KeyRotation.PLANNED);
    assertThat(published()).hasSize(3);
    mock.advance(Duration.ofMinutes(30));
    assertThat(publishedIds()).hasSize(2).doesNotContain(first.getKeyId());
  }

  @Test
  void anEmergencyLeavesNoOldKey(EidMock mock) throws Exception {
    mock.rotateKeys(KeyRotation.PLANNED);
    mock.rotateKeys(KeyRotation.EMERGENCY);
    assertThat(publishedIds()).hasSize(1).doesNotContain(first.getKeyId());
    isSignedBy(published().get(0));
  }

  @Test
  void loginsOnThePhoneAndLogoutsAreSignedByTheNewKeyToo(EidMock mock) throws Exception {
    String citizen = "099085000011";
    for (KeyRotation rotation : List.of(KeyRotation.PLANNED, KeyRotation.EMERGENCY)) {
      mock.rotateKeys(rotation);
      String push = client.askOnPhone(client.pushForm(citizen)).isOk().text("auth_req_id");
      isSignedBy(published().get(0), client.poll(push).isOk().text("id_token"));
      isSignedBy(published().get(0), mock.logoutToken(mock.citizen(citizen)));
    }
  }

  @Test
  void aStolenKeyGoesOnSigningAfterItWasWithdrawn(EidMock mock) throws Exception {
    mock.rotateKeys(KeyRotation.COMPROMISED);
    assertThat(publishedIds()).hasSize(1).doesNotContain(first.getKeyId());
    isSignedBy(first);
    mock.rotateKeys(KeyRotation.PLANNED);
    assertThat(publishedIds()).hasSize(2).doesNotContain(first.getKeyId());
    isSignedBy(first);
  }

  @Test
  void aResetBringsTheFirstKeyBack(EidMock mock) throws Exception {
    for (KeyRotation rotation : KeyRotation.values()) {
      mock.rotateKeys(rotation);
      mock.reset();
      assertThat(publishedIds()).containsExactly(first.getKeyId());
      isSignedBy(first);
    }
  }

  @Test
  void aFaultThatNeedsThePublicKeyTakesTheOneThatSigns(EidMock mock) throws Exception {
    mock.rotateKeys(KeyRotation.EMERGENCY);
    mock.inject(Fault.ID_TOKEN_SYMMETRIC);
    assertThat(Tokens.header(idToken()).path("kid").asText())
        .isEqualTo(published().get(0).getKeyId());
  }
}
