package vn.eid.internal.oauth;

import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.EidException;
import vn.eid.Environment;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Cached;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Wire;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.jose.Crypto;
import vn.eid.internal.jose.KeySet;
import vn.eid.internal.jose.PublicKeys;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.json.Fields;
import vn.eid.internal.oauth.ProviderMetadata.NationalServices;

/** The authorization server: its metadata, its keys, and its endpoints. */
public final class Provider {
  private static final Duration METADATA_AGE = Duration.ofHours(1);
  private static final Duration METADATA_STALE = Duration.ofHours(24);
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final Environment environment;
  private final Wire wire;
  private final Clock clock;
  private final Cached<ProviderMetadata> metadata;
  private final KeySet loginKeys;
  private final KeySet registryKeys;

  public Provider(Environment environment, Wire wire, Clock clock, Crypto crypto) {
    this.environment = environment;
    this.wire = wire;
    this.clock = clock;
    this.metadata = new Cached<>(clock, METADATA_AGE, METADATA_STALE, this::discover);
    this.loginKeys =
        new KeySet(clock, crypto, operation -> keys(operation, metadata(operation).keys()));
    this.registryKeys =
        new KeySet(clock, crypto, operation -> keys(operation, national(operation).registryKeys()));
  }

  public String issuer() {
    return environment.issuer().toString();
  }

  public ProviderMetadata metadata(Operation operation) {
    return metadata.get(operation);
  }

  /** The national services, or a clear refusal where the provider is a plain OpenID provider. */
  public NationalServices national(Operation operation) {
    return metadata(operation)
        .national()
        .orElseThrow(
            () ->
                operation.rejected(
                    "no_national_services",
                    "This provider offers login only: its discovery document names no consent,"
                        + " records or tax service. Check the issuer."));
  }

  /** The keys that sign id tokens. */
  public KeySet loginKeys() {
    return loginKeys;
  }

  /** The keys that sign consent receipts. */
  public KeySet registryKeys() {
    return registryKeys;
  }

  /** Pushes an authorization request (RFC 9126); gives the link for the browser. */
  public HttpUrl push(Operation operation, String clientId, Map<String, String> parameters) {
    ProviderMetadata endpoints = metadata(operation);
    WireResponse response =
        wire.send(
            WireRequest.form(operation, endpoints.pushedAuthorization(), parameters)
                .authenticated());
    if (!response.isSuccess()) {
      throw OAuthErrors.of(operation, response);
    }
    Fields answer = response.json("The pushed request's answer");
    String requestUri = answer.requiredText("request_uri");
    // RFC 9126, section 2.2: a positive number. A link that is dead is not to be shown to anybody.
    if (answer.integer("expires_in").filter(seconds -> seconds <= 0).isPresent()) {
      throw operation.untrusted(Check.EXPIRY, "The pushed request has expired on arrival.");
    }
    return endpoints
        .authorization()
        .newBuilder()
        .addQueryParameter("client_id", clientId)
        .addQueryParameter("request_uri", requestUri)
        .build();
  }

  /** The token endpoint's raw answer, success or refusal. */
  public WireResponse token(Operation operation, Map<String, String> grant, SigningKey key) {
    WireRequest request =
        WireRequest.form(operation, metadata(operation).token(), grant)
            .authenticated()
            .provenBy(key);
    // A token of the application's own is no effect of the verb that needs one.
    boolean own = "client_credentials".equals(grant.get("grant_type"));
    return wire.send(own ? request.changesNothing() : request);
  }

  /**
   * The first tokens of a login. They come once, so they are not asked for before the keys to check
   * them with are there.
   */
  public WireResponse firstTokens(Operation operation, Map<String, String> grant, SigningKey key) {
    loginKeys.atHandOnceMade(operation);
    return token(operation, grant, key);
  }

  /**
   * The error code with which the token endpoint refuses a grant (RFC 6749, section 5.2), such as
   * {@code invalid_grant}; empty where the answer is another one.
   */
  public Optional<String> tokenRefusal(WireResponse response) {
    return response.status() == 400
        ? Optional.of(response.json("The token answer").text("error").orElse(""))
        : Optional.empty();
  }

  /** A success of the token endpoint, checked. */
  public TokenAnswer granted(Operation operation, WireResponse response) {
    if (!response.isSuccess()) {
      throw OAuthErrors.of(operation, response);
    }
    return new TokenResponseChecks(operation, clock).verify(response.json("The token answer"));
  }

  /** Takes a token back (RFC 7009), where the provider has an endpoint for it. */
  public void revoke(Operation operation, Map<String, String> token) {
    metadata(operation)
        .revocation()
        .ifPresent(
            endpoint -> {
              WireResponse response =
                  wire.send(
                      WireRequest.form(operation, endpoint, token).authenticated().repeatable());
              if (!response.isSuccess()) {
                throw OAuthErrors.of(operation, response);
              }
            });
  }

  /** Asks for a login by push (CIBA Core 1.0, section 7.1): the raw answer. */
  public WireResponse pushLogin(Operation operation, Map<String, String> parameters) {
    HttpUrl endpoint =
        metadata(operation)
            .pushLogin()
            .orElseThrow(
                () ->
                    operation.rejected(
                        "no_push_login", "This provider offers no login by push (CIBA)."));
    return wire.send(WireRequest.form(operation, endpoint, parameters).authenticated());
  }

  /**
   * The claims of the citizen who logged in (OpenID Connect Core, section 5.3); empty where the
   * provider has no endpoint for them.
   */
  public Optional<Fields> userinfo(Operation operation, TokenAnswer token, SigningKey key) {
    return metadata(operation)
        .userinfo()
        .map(endpoint -> userinfo(operation, endpoint, token, key));
  }

  private Fields userinfo(
      Operation operation, HttpUrl endpoint, TokenAnswer token, SigningKey key) {
    WireResponse response =
        wire.send(WireRequest.get(operation, endpoint).withToken(token.accessToken(), key));
    if (!response.isSuccess()) {
      throw operation.rejected(
          "userinfo_refused", "The provider refuses the citizen's claims to this application.");
    }
    return response.json("The userinfo answer");
  }

  /** The exception for a refusal by an OAuth endpoint. */
  public EidException refusal(Operation operation, WireResponse response) {
    return OAuthErrors.of(operation, response);
  }

  /** The exception for an OAuth error that came by the browser. */
  public EidException refusal(Operation operation, String code) {
    return OAuthErrors.of(operation, code);
  }

  private ProviderMetadata discover(Operation operation) {
    String base = issuer().endsWith("/") ? issuer().substring(0, issuer().length() - 1) : issuer();
    Fields document = document(operation, HttpUrl.get(base + DISCOVERY), "The discovery document");
    return new DiscoveryChecks(operation, environment).verify(document);
  }

  private List<JWK> keys(Operation operation, HttpUrl url) {
    return PublicKeys.of(operation, document(operation, url, "The key set"));
  }

  private Fields document(Operation operation, HttpUrl url, String what) {
    WireResponse response = wire.send(WireRequest.get(operation, url));
    if (!response.isSuccess()) {
      throw operation.untrusted(
          Check.FORMAT,
          what
              + " is not where the issuer says (HTTP "
              + response.status()
              + "). Check the issuer.");
    }
    return response.json(what);
  }
}
