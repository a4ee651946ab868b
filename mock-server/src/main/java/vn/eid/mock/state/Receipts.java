package vn.eid.mock.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the registry's signed receipts. ASSUMED: the fields follow ISO/IEC TS 27560; the form is a
 * JWS of its own type, so that no id token can stand in for one (RFC 8725, section 3.11).
 */
public final class Receipts {
  /** The {@code typ} header. */
  public static final String TYPE = "consent-receipt+jwt";

  private final String registryIssuer;
  private final SigningKey registryKey;
  private final Subjects subjects;

  public Receipts(String registryIssuer, SigningKey registryKey, Subjects subjects) {
    this.registryIssuer = registryIssuer;
    this.registryKey = registryKey;
    this.subjects = subjects;
  }

  String sign(Consent consent, Instant grantedAt, Instant expiresAt) {
    return registryKey.sign(claims(consent, grantedAt, expiresAt), TYPE);
  }

  private Map<String, Object> claims(Consent consent, Instant grantedAt, Instant expiresAt) {
    ConsentTerms terms = consent.terms();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", registryIssuer);
    claims.put("aud", terms.clientId());
    claims.put("sub", subjects.of(terms.citizenId(), terms.clientId()));
    claims.put("jti", Secrets.random());
    claims.put("iat", grantedAt.getEpochSecond());
    claims.put("exp", expiresAt.getEpochSecond());
    claims.put("consent_id", consent.id());
    claims.put("granted_at", grantedAt.getEpochSecond());
    claims.put("controller", terms.clientId());
    claims.put("purpose", Map.of("code", terms.purposeCode(), "text", text(terms.purpose())));
    claims.put("data_sets", dataSets(terms));
    terms.period().ifPresent(period -> claims.put("period", period(period)));
    terms.uses().ifPresent(uses -> claims.put("uses", uses));
    claims.put(
        "notice", Map.of("version", ConsentNotice.VERSION, "sha256", ConsentNotice.sha256()));
    return claims;
  }

  private static Map<String, String> text(BilingualText text) {
    return Map.of("vi", text.vi(), "en", text.en());
  }

  private static List<String> dataSets(ConsentTerms terms) {
    return terms.dataSets().stream().map(DataSet::code).toList();
  }

  private static Map<String, String> period(Period period) {
    return Map.of("from", period.from().toString(), "to", period.to().toString());
  }
}
