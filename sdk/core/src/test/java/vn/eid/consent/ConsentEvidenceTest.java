package vn.eid.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.ClientKey;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.records.CitizenData;
import vn.eid.records.HealthData;

/** What is kept of a consent proves it later, to somebody who has nothing but two key sets. */
class ConsentEvidenceTest extends MockedApplicationTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final CitizenId AN = CitizenId.parse("099085000011");

  private Consents consents;
  private String registryKeys;
  private String applicationKeys;

  @BeforeEach
  void takeKeys() {
    consents = app.client().consents();
    registryKeys = app.client().consents().registryKeys();
    applicationKeys = ClientKey.fromJwk(mock.clientKeyJwk()).publicKeys();
  }

  @Test
  void provesAConsentWithoutTheRegistry() throws Exception {
    Consent.Active consent = consent();
    ConsentEvidence kept = consents.evidence(consent.id());
    mock.advance(Duration.ofDays(4000));

    ConsentEvidence proven = verify(kept.toJson());
    assertThat(proven.id()).isEqualTo(consent.id());
    assertThat(proven.subject()).isEqualTo(consent.subject());
    assertThat(proven.controller()).isEqualTo(mock.clientId());
    assertThat(proven.granted()).isEqualTo(consent.terms());
    assertThat(proven.asked()).isEqualTo(consent.asked());
    assertThat(proven.grantedAt()).isEqualTo(consent.grantedAt());
    assertThat(proven.expiresAt()).isEqualTo(consent.expiresAt());
    assertThat(proven.verifiedAt()).isEqualTo(kept.verifiedAt());
    assertThat(proven.endCause()).isEmpty();
    assertThat(proven.endedAt()).isEmpty();
    assertThat(proven.toJson()).doesNotContain(AN.value(), "Nguyễn");
    assertThat(proven.toString()).doesNotContain(consent.subject());
  }

  @Test
  void saysWhichDataIsSensitiveAndWhatTheLawAsksFor() throws Exception {
    JsonNode evidence = MAPPER.readTree(consents.evidence(consent().id()).toJson()).get("evidence");
    assertThat(evidence.get("data_classes"))
        .isEqualTo(MAPPER.readTree("{\"identity\":\"basic\",\"immunizations\":\"sensitive\"}"));
    assertThat(evidence.get("legal_basis").textValue()).isEqualTo("consent");
    assertThat(evidence.get("method").textValue()).isEqualTo("app");
    assertThat(evidence.at("/granted/recipients/0").textValue()).isEqualTo("lab");
    assertThat(evidence.at("/granted/cross_border").booleanValue()).isTrue();
    assertThat(evidence.at("/granted/retention").longValue()).isEqualTo(86_400);
    assertThat(evidence.at("/granted/notice/version").textValue()).isEqualTo("eid-1");
    assertThat(evidence.at("/receipt_key/kty").textValue()).isEqualTo("EC");
  }

  @Test
  void provesAWithdrawalItsTimeAndItsChannel() throws Exception {
    Consent.Active consent = consent();
    mock.citizen(AN.value()).revoke(consent.id().value());
    ConsentEvidence proven = verify(consents.evidence(consent.id()).toJson());
    assertThat(proven.endCause()).contains(EndCause.REVOKED_BY_CITIZEN);
    assertThat(proven.endedAt()).contains(((Consent.Ended) consents.find(consent.id())).endedAt());
    JsonNode end = MAPPER.readTree(proven.toJson()).at("/evidence/end");
    assertThat(end.get("channel").textValue()).isEqualTo("app");
  }

  @Test
  void findsEachMemberThatWasChangedOrLeftOut() throws Exception {
    String good = ended().toJson();
    verify(good);
    List<String> places = places("", MAPPER.readTree(good));
    assertThat(places).hasSizeGreaterThan(40);
    for (String place : places) {
      refuses(place + " changed", changed(good, place));
      refuses(place + " left out", without(good, place));
    }
  }

  @Test
  void findsWhatWasAddedOrCutOffAtTheEnd() throws Exception {
    String good = ended().toJson();
    for (String parent : List.of("", "/evidence", "/evidence/granted", "/evidence/end")) {
      JsonNode tree = MAPPER.readTree(good);
      ((ObjectNode) tree.at(parent)).put("note", "x");
      refuses("added under " + parent, tree.toString());
    }
    JsonNode tree = MAPPER.readTree(good);
    ((ObjectNode) tree.get("evidence")).remove(List.of("end", "end_receipt", "end_receipt_key"));
    refuses("the end cut off", tree.toString());
  }

  @Test
  void isTheSameEvidenceHoweverItIsLaidOut() throws Exception {
    JsonNode tree = MAPPER.readTree(ended().toJson());
    verify(tree.toPrettyString());
    ObjectNode turned = MAPPER.createObjectNode();
    turned.set("attestation", tree.get("attestation"));
    turned.set("evidence", tree.get("evidence"));
    verify(turned.toString());
  }

  @Test
  void anEndOfAnotherConsentIsFound() throws Exception {
    JsonNode one = MAPPER.readTree(ended().toJson());
    JsonNode other = MAPPER.readTree(ended().toJson());
    ((ObjectNode) one.get("evidence")).set("end_receipt", other.at("/evidence/end_receipt"));
    UntrustedException e =
        catchThrowableOfType(UntrustedException.class, () -> verify(one.toString()));
    assertThat(e.check()).isEqualTo(Check.CONSENT);
  }

  @Test
  void theApplicationCannotVouchForTheRegistryNorTheRegistryForTheApplication() {
    String good = consents.evidence(consent().id()).toJson();
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> ConsentEvidence.verify(good, applicationKeys, applicationKeys))
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.SIGNATURE));
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> ConsentEvidence.verify(good, registryKeys, registryKeys))
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.SIGNATURE));
  }

  @Test
  void receiptsOfTwoConsentsOfACitizenAreNotExchangeable() throws Exception {
    JsonNode one = MAPPER.readTree(ended().toJson());
    JsonNode other = MAPPER.readTree(ended().toJson());
    ObjectNode mixed = one.deepCopy();
    ((ObjectNode) mixed.get("evidence")).set("receipt", other.at("/evidence/receipt"));
    refuses("the receipt of the other", mixed.toString());
    ObjectNode whole = one.deepCopy();
    whole.set("evidence", other.get("evidence"));
    refuses("all but the attestation", whole.toString());
  }

  @Test
  void aMemberTwiceOrANumberInAnotherFormIsFound() {
    String good = ended().toJson();
    refuses("twice", good.replace("\"legal_basis\":", "\"legal_basis\":\"x\",\"legal_basis\":"));
    refuses(
        "twice the same", good.replace("{\"evidence\":", "{\"attestation\":\"x\",\"evidence\":"));
    for (String form : List.of("86400.0", "8.64e4", "\"86400\"", "864e2")) {
      String other = good.replace("\"retention\":86400", "\"retention\":" + form);
      assertThat(other).isNotEqualTo(good);
      refuses(form, other);
    }
  }

  @Test
  void aKeyForEncryptionVouchesForNothing() {
    String good = consents.evidence(consent().id()).toJson();
    String forEncryption = registryKeys.replace("\"sig\"", "\"enc\"");
    assertThat(forEncryption).isNotEqualTo(registryKeys);
    assertThat(catchThrowable(() -> ConsentEvidence.verify(good, forEncryption, applicationKeys)))
        .isInstanceOfAny(UntrustedException.class, InvalidRequestException.class);
  }

  @Test
  void theSameKeyWithOtherWordsAroundItVerifiesToo() throws Exception {
    String good = consents.evidence(consent().id()).toJson();
    ObjectNode keys = (ObjectNode) MAPPER.readTree(registryKeys);
    for (JsonNode key : keys.get("keys")) {
      ((ObjectNode) key).put("x-published", "2026");
      ((ObjectNode) key).remove(List.of("alg"));
    }
    assertThat(ConsentEvidence.verify(good, keys.toString(), applicationKeys).toJson())
        .isEqualTo(good);
  }

  @Test
  void saysWhichKeySetIsNone() {
    String good = consents.evidence(consent().id()).toJson();
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ConsentEvidence.verify(good, "{}", applicationKeys))
        .satisfies(e -> assertThat(e.field()).isEqualTo("registryKeys"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ConsentEvidence.verify(good, registryKeys, "no keys"))
        .satisfies(e -> assertThat(e.field()).isEqualTo("applicationKeys"));
  }

  @Test
  void refusesWhatIsNoEvidence() {
    for (String text : List.of("", "[]", "{}", "{\"evidence\":{},\"attestation\":\"\"}")) {
      refuses(text, text);
    }
    refuses("long", " ".repeat(2_000_000));
  }

  private Consent.Active consent() {
    return app.consent(
        ConsentRequest.ask(
                AN, Application.TREATMENT, HealthData.IMMUNIZATIONS, CitizenData.IDENTITY)
            .covering(Period.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30)))
            .upTo(5)
            .sharedWith(Recipient.of("lab", "Phòng xét nghiệm", "Laboratory"))
            .leavingVietnam()
            .keptFor(Duration.ofDays(1)));
  }

  private ConsentEvidence ended() {
    Consent.Active consent = consent();
    consents.revoke(consent.id(), "done");
    return consents.evidence(consent.id());
  }

  private ConsentEvidence verify(String json) {
    return ConsentEvidence.verify(json, registryKeys, applicationKeys);
  }

  private void refuses(String what, String json) {
    assertThat(catchThrowable(() -> verify(json))).as(what).isInstanceOf(UntrustedException.class);
  }

  /** Every value in a document, as JSON pointers (RFC 6901). */
  private static List<String> places(String at, JsonNode node) {
    List<String> places = new ArrayList<>();
    node.fieldNames()
        .forEachRemaining(
            name -> {
              places.add(at + "/" + name);
              places.addAll(places(at + "/" + name, node.get(name)));
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.add(at + "/" + i);
    }
    return places;
  }

  private static String changed(String json, String place) throws JsonProcessingException {
    JsonNode tree = MAPPER.readTree(json);
    JsonNode old = tree.at(place);
    JsonNode other =
        old.isTextual()
            ? MAPPER.getNodeFactory().textNode(otherText(old.textValue()))
            : MAPPER.getNodeFactory().numberNode(old.asLong() + 1);
    put(tree, place, other);
    return tree.toString();
  }

  /** In the middle: the last character of a signature has bits that mean nothing. */
  private static String otherText(String text) {
    int middle = text.length() / 2;
    char other = text.charAt(middle) == 'x' ? 'y' : 'x';
    return text.substring(0, middle) + other + text.substring(middle + 1);
  }

  private static String without(String json, String place) throws JsonProcessingException {
    JsonNode tree = MAPPER.readTree(json);
    JsonNode parent = tree.at(place.substring(0, place.lastIndexOf('/')));
    String name = place.substring(place.lastIndexOf('/') + 1);
    if (parent instanceof ArrayNode array) {
      array.remove(Integer.parseInt(name));
    } else {
      ((ObjectNode) parent).remove(name);
    }
    return tree.toString();
  }

  private static void put(JsonNode tree, String place, JsonNode value) {
    JsonNode parent = tree.at(place.substring(0, place.lastIndexOf('/')));
    String name = place.substring(place.lastIndexOf('/') + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), value);
    } else {
      ((ObjectNode) parent).set(name, value);
    }
  }
}
