package vn.eid.internal.oauth;

import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0, section 3), checked.
 *
 * @param national the national services; a plain OpenID provider has none
 */
public record ProviderMetadata(
    HttpUrl authorization,
    HttpUrl pushedAuthorization,
    HttpUrl token,
    Optional<HttpUrl> userinfo,
    HttpUrl keys,
    Optional<HttpUrl> pushLogin,
    Optional<HttpUrl> revocation,
    Optional<HttpUrl> logout,
    Optional<NationalServices> national) {

  /**
   * Where the national services are (ASSUMED: no public specification names them).
   *
   * @param population checks of population data; not every provider of the others has it
   * @param events where the registry's events are polled (RFC 8936)
   */
  public record NationalServices(
      HttpUrl consent,
      HttpUrl records,
      HttpUrl citizenData,
      HttpUrl tax,
      Optional<HttpUrl> population,
      Optional<HttpUrl> events,
      String registryIssuer,
      HttpUrl registryKeys) {}
}
