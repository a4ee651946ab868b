package vn.eid.spring;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import vn.eid.login.AccountLevel;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.Claim;

/**
 * What an application says about itself and its provider. Nothing of it is printed by {@link
 * #toString}, for there are passwords among it.
 *
 * @param issuer the provider's issuer identifier, as it stands in its discovery document
 * @param clientId the id under which the provider registered this application
 * @param sandbox whether the provider is a sandbox or the mock server, with synthetic people
 * @param key the private key with which this application signs in
 * @param storageKey the secret that seals what is stored; the same on all nodes
 * @param timeout how long one call to the provider may take
 * @param maxClockSkew how far the clocks may be apart, up to two minutes
 * @param auditLedger the file into which each read of a citizen's data is written
 * @param login how citizens log in
 * @param webhook where the national systems send to
 * @param health how the health is looked at
 */
@ConfigurationProperties("eid")
public record EidProperties(
    @Nullable URI issuer,
    @Nullable String clientId,
    @DefaultValue("false") boolean sandbox,
    @DefaultValue Key key,
    @DefaultValue StorageSecret storageKey,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("30s") Duration maxClockSkew,
    @Nullable Path auditLedger,
    @DefaultValue Login login,
    @DefaultValue Webhook webhook,
    @DefaultValue Health health) {

  /**
   * The client's private key.
   *
   * @param location a file with a JSON Web Key, or a key store (PKCS#12): {@code
   *     file:/etc/clinic/key.p12}
   * @param jwk the JSON Web Key itself, where a secret comes as an environment variable
   * @param password the key store's password, and its entry's
   * @param alias the entry of the key store; may be left out where there is one
   * @param registeredAs the key id by which the provider knows the key, where it is another one
   */
  public record Key(
      @Nullable Resource location,
      @Nullable String jwk,
      @Nullable String password,
      @Nullable String alias,
      @Nullable String registeredAs) {
    @Override
    public String toString() {
      return "Key[…]";
    }
  }

  /**
   * 32 random bytes, as {@code openssl rand -base64 32} writes them.
   *
   * @param location a file with them, as bytes or in Base64
   * @param value the same in Base64, where a secret comes as an environment variable
   * @param formerLocation those that were used before: what they sealed can still be opened
   */
  public record StorageSecret(
      @Nullable Resource location, @Nullable String value, @Nullable Resource formerLocation) {
    @Override
    public String toString() {
      return "StorageSecret[…]";
    }
  }

  /**
   * How citizens log in.
   *
   * @param callback the address that the login returns to, as it is registered with the provider.
   *     In a sandbox on this machine it may be left out; it is {@code /eid/callback} then
   * @param afterLogout the page after a logout, registered with the provider for it; without it,
   *     the citizen stays signed in at the provider
   * @param asking what to be told about the citizen
   * @param scopes for protected APIs
   * @param level how surely the citizen must be recognised
   * @param accountLevel the least level of the account
   * @param signedInWithin how long ago the citizen may have proved who they are
   * @param page your page with the login button; without it, who needs to log in is sent to the
   *     provider at once
   * @param failurePage your page for a login that failed, which reads the parameter {@code eid};
   *     without it there is a plain one
   * @param homePage where a login ends that began at no page
   */
  public record Login(
      @Nullable URI callback,
      @Nullable URI afterLogout,
      @DefaultValue List<Claim> asking,
      @DefaultValue List<String> scopes,
      @Nullable AuthenticationLevel level,
      @Nullable AccountLevel accountLevel,
      @Nullable Duration signedInWithin,
      @Nullable String page,
      @Nullable String failurePage,
      @DefaultValue("/") String homePage) {}

  /**
   * Where the national systems send to.
   *
   * @param enabled whether there is such an address at all
   * @param path its path
   */
  public record Webhook(
      @DefaultValue("true") boolean enabled, @DefaultValue("/eid/webhook") String path) {}

  /**
   * How the health is looked at.
   *
   * @param every the provider is asked at most this often, however often the endpoint is
   */
  public record Health(@DefaultValue("1m") Duration every) {}

  @Override
  public String toString() {
    return "EidProperties[…]";
  }
}
