package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.mock.endpoint.Json;

class RecordEncryptionTest {
  private static final String NUMBER = "099085000011";
  private static final String PATH = "/fhir/v1/Encounter";

  private EidMock mock = start("ECDH-ES");
  private Recipient recipient;
  private String id;

  private static EidMock start(String alg) {
    return EidMock.start(MockOptions.defaults().encryptRecords(alg));
  }

  @BeforeEach
  void ask() {
    recipient = new Recipient(mock);
    id = recipient.granted(terms(NUMBER, "encounters", "identity"));
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private Answer read(String target, String dataSet) {
    return recipient.get(target, recipient.token(id, dataSet)).isOk();
  }

  private JsonWebEncryption jwe(Answer answer, String alg) throws JoseException {
    assertThat(answer.header("Content-Type")).isEqualTo("application/jose");
    JsonWebEncryption jwe = new JsonWebEncryption();
    jwe.setCompactSerialization(answer.body());
    jwe.setKey(
        PublicJsonWebKey.Factory.newPublicJwk(mock.clientEncryptionKeyJwk(alg)).getPrivateKey());
    return jwe;
  }

  private JsonWebSignature jws(Answer answer) throws JoseException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setCompactSerialization(jwe(answer, "ECDH-ES").getPlaintextString());
    String keys = recipient.client.get("/registry/jwks", Map.of()).body();
    jws.setKey(new JsonWebKeySet(keys).getJsonWebKeys().get(0).getKey());
    return jws;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ECDH-ES", "RSA-OAEP-256"})
  void anAnswerIsSignedByTheRegistryAndEncryptedForTheClient(String alg) throws Exception {
    mock.close();
    mock = start(alg);
    ask();
    JsonWebEncryption jwe = jwe(read(PATH, "encounters"), alg);
    assertThat(jwe.getAlgorithmHeaderValue()).isEqualTo(alg);
    assertThat(jwe.getEncryptionMethodHeaderParameter()).isEqualTo("A256GCM");
    assertThat(jwe.getHeader("cty")).isEqualTo("JOSE");
    assertThat(mock.clientEncryptionKeyJwk(alg)).contains(jwe.getKeyIdHeaderValue());
    assertThat(jwe.getPlaintextString().split("\\.", -1)).hasSize(3);
  }

  @Test
  void theSignedHeaderTiesTheAnswerToItsRequest() throws Exception {
    String target = PATH + "?date=ge2000-01-01&_count=5";
    JsonWebSignature jws = jws(read(target, "encounters"));
    assertThat(jws.verifySignature()).isTrue();
    assertThat(jws.getHeader("typ")).isEqualTo("vn-records+jose");
    assertThat(jws.getHeader("aud")).isEqualTo(mock.clientId());
    assertThat(jws.getHeader("consent_id")).isEqualTo(id);
    assertThat(jws.getHeader("data_set")).isEqualTo("encounters");
    assertThat(jws.getHeader("url")).isEqualTo(mock.issuer() + target);
    assertThat(((Number) jws.getHeaders().getObjectHeaderValue("iat")).longValue())
        .isBetween(recipient.client.now() - 60, recipient.client.now());
    JsonNode page = Json.mapper().readTree(jws.getPayload());
    assertThat(page.path("type").asText()).isEqualTo("searchset");
  }

  @Test
  void citizenDataIsEncryptedToo() throws Exception {
    JsonWebSignature jws = jws(read("/citizen-data/v1/identity", "identity"));
    assertThat(Json.mapper().readTree(jws.getPayload()).path("citizen_id").asText())
        .isEqualTo(NUMBER);
  }

  @Test
  void aRefusalIsInTheClear() {
    recipient
        .get(PATH + "?x=1", recipient.token(id, "encounters"))
        .isProblem(400, "invalid_request", "date, _count only");
  }

  @Test
  void idTokensStayAsTheyWere() {
    TestClient client = recipient.client;
    String idToken = client.token(client.codeForm(client.code())).isOk().text("id_token");
    assertThat(idToken.split("\\.", -1)).hasSize(3);
  }

  @Test
  void faultNotEncrypted() {
    mock.injectOnce(Fault.RECORDS_NOT_ENCRYPTED);
    Answer answer = read(PATH, "encounters");
    assertThat(answer.header("Content-Type")).isEqualTo("application/fhir+json");
    assertThat(answer.text("resourceType")).isEqualTo("Bundle");
  }

  @Test
  void faultEncryptedForOtherKey() throws Exception {
    mock.injectOnce(Fault.RECORDS_ENCRYPTED_FOR_OTHER_KEY);
    JsonWebEncryption jwe = jwe(read(PATH, "encounters"), "ECDH-ES");
    assertThat(mock.clientEncryptionKeyJwk("ECDH-ES")).contains(jwe.getKeyIdHeaderValue());
    assertThatThrownBy(jwe::getPlaintextString).isInstanceOf(JoseException.class);
  }

  @Test
  void faultEncryptedUnsigned() throws Exception {
    mock.injectOnce(Fault.RECORDS_ENCRYPTED_UNSIGNED);
    JsonWebEncryption jwe = jwe(read(PATH, "encounters"), "ECDH-ES");
    assertThat(jwe.getPlaintextString()).startsWith("{\"resourceType\"");
  }

  @Test
  void faultSignedByStranger() throws Exception {
    mock.injectOnce(Fault.RECORDS_SIGNED_BY_STRANGER);
    JsonWebSignature jws = jws(read(PATH, "encounters"));
    assertThat(jws.verifySignature()).isFalse();
    assertThat(recipient.client.get("/registry/jwks", Map.of()).body())
        .contains(jws.getKeyIdHeaderValue());
  }

  @Test
  void faultEncryptedOtherPage() throws Exception {
    mock.injectOnce(Fault.RECORDS_ENCRYPTED_OTHER_PAGE);
    JsonWebSignature jws = jws(read(PATH, "encounters"));
    assertThat(jws.verifySignature()).isTrue();
    assertThat(jws.getHeader("url")).startsWith(mock.issuer() + PATH + "?_cursor=");
  }

  @Test
  void whatIsInsideCanBeSpoiledToo() throws Exception {
    mock.injectOnce(Fault.PAGE_FEWER_THAN_TOTAL);
    JsonWebSignature jws = jws(read(PATH + "?_count=1", "encounters"));
    assertThat(jws.verifySignature()).isTrue();
    String good = jws(read(PATH + "?_count=1", "encounters")).getPayload();
    assertThat(Json.mapper().readTree(jws.getPayload()).path("total").asInt())
        .isEqualTo(Json.mapper().readTree(good).path("total").asInt() + 7);
  }
}
