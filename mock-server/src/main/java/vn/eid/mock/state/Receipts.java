package vn.eid.mock.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.state.ConsentState.Cause;

/**
 * Makes the registry's signed receipts: of a grant, and of an end. ASSUMED: the fields follow
 * ISO/IEC TS 27560; the form is a JWS of a type of its own, so that no id token can stand in for
 * one, nor one receipt for the other (RFC 8725, section 3.11).
 */
public final class Receipts {
  /** The {@code typ} header of the receipt of a grant. */
  public static final String TYPE = "consent-receipt+jwt";

  /** The {@code typ} header of the receipt of an end. */
  public static final String END_TYPE = "consent-end+jwt";

  private final String registryIssuer;
  private final SigningKey registryKey;
  private final Subjects subjects;

  public Receipts(String registryIssuer, SigningKey registryKey, Subjects subjects) {
    this.registryIssuer = registryIssuer;
    this.registryKey = registryKey;
    this.subjects = subjects;
  }

  /** The receipt of what a citizen granted of what was asked for. */
  String granted(Consent consent, ConsentTerms granted, Instant grantedAt, Instant expiresAt) {
    Map<String, Object> claims = claims(consent, grantedAt);
    claims.put("exp", expiresAt.getEpochSecond());
    claims.put("granted_at", grantedAt.getEpochSecond());
    claims.put("controller", consent.terms().clientId());
    claims.put("method", "app");
    claims.put("asked", TermsDocument.asked(consent.terms()));
    claims.putAll(TermsDocument.granted(granted));
    return registryKey.sign(claims, TYPE);
  }

  /** The receipt of a consent that ended, made when the registry found that it had. */
  String ended(Consent consent, Cause cause, Instant at, Instant now) {
    Map<String, Object> claims = claims(consent, now);
    claims.put("cause", cause.code());
    claims.put("ended_at", at.getEpochSecond());
    claims.put("channel", cause.channel());
    return registryKey.sign(claims, END_TYPE);
  }

  private Map<String, Object> claims(Consent consent, Instant now) {
    ConsentTerms terms = consent.terms();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", registryIssuer);
    claims.put("aud", terms.clientId());
    claims.put("sub", subjects.of(terms.citizenId(), terms.clientId()));
    claims.put("jti", Secrets.random());
    claims.put("iat", now.getEpochSecond());
    claims.put("consent_id", consent.id());
    return claims;
  }
}
