package vn.eid.benchmarks.idtoken;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Makes id tokens of one form, by keys of its own, and says what the client must know. */
final class Issuer {
  static final String NAME = "https://id.example.vn";
  static final String CLIENT = "clinic";
  static final String NONCE = "n-0S6_WzA2MjJf8dkq0kHl5gG0CtbBhhLx";
  static final String ACCESS_TOKEN = "SlAV32hkKG-SlAV32hkKG-SlAV32hkKG";

  private final TokenForm form;
  private final JWK signing;
  private final ECKey recipient;

  private Issuer(TokenForm form, JWK signing, ECKey recipient) {
    this.form = form;
    this.signing = signing;
    this.recipient = recipient;
  }

  static Issuer of(TokenForm form) throws JOSEException {
    JWK signing =
        form == TokenForm.PS256
            ? new RSAKeyGenerator(2048).keyID("2026-11").generate()
            : new ECKeyGenerator(Curve.P_256).keyID("2026-11").generate();
    ECKey recipient =
        new ECKeyGenerator(Curve.P_256).keyID("enc").keyUse(KeyUse.ENCRYPTION).generate();
    return new Issuer(form, signing, recipient);
  }

  TokenForm form() {
    return form;
  }

  /** The public keys to verify with. */
  JWKSet keys() {
    return new JWKSet(signing.toPublicJWK());
  }

  /** The client's own key, which opens what is encrypted. */
  ECKey recipient() {
    return recipient;
  }

  /** A token of the login. */
  String token() throws JOSEException {
    return token(CLIENT, NONCE);
  }

  /** A token for anybody, as large as they are. */
  String token(String audience, String nonce) throws JOSEException {
    return sealed(signed(claims(audience, nonce)));
  }

  /** A token of the login, but for one letter of its signature. */
  String forged() throws JOSEException {
    String token = signed(claims(CLIENT, NONCE));
    int at = token.lastIndexOf('.') + 10;
    char changed = token.charAt(at) == 'A' ? 'B' : 'A';
    return sealed(token.substring(0, at) + changed + token.substring(at + 1));
  }

  private static JWTClaimsSet claims(String audience, String nonce) {
    Instant now = Clock.systemUTC().instant();
    return new JWTClaimsSet.Builder()
        .issuer(NAME)
        .subject("Kq3vT0w2nXb8sJm5yR7eLd")
        .audience(List.of(audience))
        .claim("nonce", nonce)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
        .claim("auth_time", now.getEpochSecond() - 5)
        .claim("acr", "urn:vn-eid:loa:2")
        .claim("sid", "08a5019c-17e1-4977-8f42-65a12843ea02")
        .claim("name", "Nguyễn Thị Ánh")
        .claim("birthdate", "1990-02-28")
        .build();
  }

  private String signed(JWTClaimsSet claims) throws JOSEException {
    JWSHeader header = new JWSHeader.Builder(form.signature()).keyID(signing.getKeyID()).build();
    SignedJWT jwt = new SignedJWT(header, claims);
    jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(signing, form.signature()));
    return jwt.serialize();
  }

  private String sealed(String signed) throws JOSEException {
    if (!form.isEncrypted()) {
      return signed;
    }
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
            .contentType("JWT")
            .keyID(recipient.getKeyID())
            .build();
    JWEObject jwe = new JWEObject(header, new Payload(signed));
    jwe.encrypt(new ECDHEncrypter(recipient));
    return jwe.serialize();
  }
}
