package vn.eid.mock.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an HTTPS server on this machine shows: a key, its certificate, and that of the authority
 * which signed it (RFC 5280). All of it is made at start and kept in memory; the authority's own
 * key is forgotten at once, so whoever trusts the authority trusts this one server and nothing
 * else, ever.
 *
 * @param store key and certificates, for the server
 * @param authorityPem the authority's certificate, for those who are to trust it
 */
public record ServerIdentity(KeyStore store, String authorityPem) {
  /** What the key is locked with in the store, which never leaves this process. */
  public static final String PASSWORD = "in-memory";

  private static final Duration VALID = Duration.ofDays(90);
  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * A new one, good from yesterday for three months.
   *
   * @param host a name or an address that the server has besides those of this machine
   * @param clock the real time, as browsers have it
   */
  public static ServerIdentity of(String host, Clock clock) {
    Set<String> hosts = new LinkedHashSet<>(THIS_MACHINE);
    hosts.add(host);
    try {
      Instant now = clock.instant();
      Party authority = Party.named("eid mock server " + new BigInteger(32, new SecureRandom()));
      Party server = Party.named("eid mock server");
      byte[] root =
          certificate(authority, authority, Extensions.ofAuthority(authority.keyId()), now);
      byte[] leaf =
          certificate(server, authority, Extensions.ofServer(hosts, authority.keyId()), now);
      return new ServerIdentity(store(server, leaf, root), Der.pem(root));
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException("This Java cannot make a certificate.", e);
    }
  }

  private static byte[] certificate(Party subject, Party issuer, byte[] extensions, Instant now)
      throws GeneralSecurityException {
    byte[] toBeSigned =
        Der.sequence(
            Der.encoded("a003020102"), // version 3
            Der.integer(new BigInteger(127, new SecureRandom())),
            Party.ECDSA_WITH_SHA256,
            issuer.name(),
            Der.sequence(time(now.minus(Duration.ofDays(1))), time(now.plus(VALID))),
            subject.name(),
            subject.publicKey(),
            extensions);
    return Der.sequence(toBeSigned, Party.ECDSA_WITH_SHA256, Der.bits(issuer.sign(toBeSigned)));
  }

  private static byte[] time(Instant instant) {
    return Der.time(UTC.format(instant));
  }

  private static KeyStore store(Party server, byte[] leaf, byte[] root)
      throws GeneralSecurityException, java.io.IOException {
    Certificate[] chain = {parsed(leaf), parsed(root)};
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("server", server.privateKey(), PASSWORD.toCharArray(), chain);
    return store;
  }

  private static Certificate parsed(byte[] der) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(der));
  }
}
