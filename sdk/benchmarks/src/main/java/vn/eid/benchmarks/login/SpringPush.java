package vn.eid.benchmarks.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** What Spring Security lacks for FAPI 2.0: the pushed request (RFC 9126) and the DPoP nonce. */
final class SpringPush {
  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final RestClient http = RestClient.create();
  private final ClientRegistration registration;
  private final ECKey key;
  private final NimbusJwtEncoder encoder;
  private volatile Nonce nonce = new Nonce("none yet");

  SpringPush(ClientRegistration registration, ECKey key) {
    this.registration = registration;
    this.key = key;
    this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
  }

  String issuer() {
    return Objects.requireNonNull(registration.getProviderDetails().getIssuerUri());
  }

  String proof(Proofs proofs, String endpoint) {
    try {
      return proofs.of(URI.create(endpoint), nonce);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Pushes the request; the page for the browser. */
  URI page(OAuth2AuthorizationRequest request, Proofs proofs) {
    ResponseEntity<Map<String, Object>> answer = sent(request, proofs);
    if (!answer.getStatusCode().is2xxSuccessful()) {
      // The first proof has no nonce of the server's yet.
      answer = sent(request, proofs);
    }
    Map<String, Object> body = Objects.requireNonNull(answer.getBody());
    return UriComponentsBuilder.fromUriString(request.getAuthorizationUri())
        .queryParam("client_id", "{client}")
        .queryParam("request_uri", "{request}")
        .encode()
        .buildAndExpand(registration.getClientId(), body.get("request_uri"))
        .toUri();
  }

  private ResponseEntity<Map<String, Object>> sent(
      OAuth2AuthorizationRequest request, Proofs proofs) {
    Map<String, Object> metadata = registration.getProviderDetails().getConfigurationMetadata();
    String endpoint = (String) metadata.get("pushed_authorization_request_endpoint");
    ResponseEntity<Map<String, Object>> answer =
        http.post()
            .uri(URI.create(Objects.requireNonNull(endpoint)))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header("DPoP", proof(proofs, endpoint))
            .body(form(request))
            .retrieve()
            .onStatus(status -> status.isError(), (sent, refused) -> {})
            .toEntity(new JsonObject());
    String latest = answer.getHeaders().getFirst("DPoP-Nonce");
    nonce = latest == null ? nonce : new Nonce(latest);
    return answer;
  }

  private MultiValueMap<String, String> form(OAuth2AuthorizationRequest request) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.set("response_type", "code");
    form.set("client_id", request.getClientId());
    form.set("redirect_uri", request.getRedirectUri());
    form.set("scope", String.join(" ", request.getScopes()));
    form.set("state", request.getState());
    request.getAdditionalParameters().forEach((name, value) -> form.set(name, value.toString()));
    form.set("client_assertion_type", ASSERTION_TYPE);
    form.set("client_assertion", assertion());
    return form;
  }

  private String assertion() {
    Instant now = Instant.now();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(registration.getClientId())
            .subject(registration.getClientId())
            .audience(List.of(issuer()))
            .id(UUID.randomUUID().toString())
            .issuedAt(now)
            .expiresAt(now.plusSeconds(60))
            .build();
    JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).keyId(key.getKeyID()).build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }

  static String decoded(@Nullable String value) {
    return URLDecoder.decode(Objects.requireNonNull(value), StandardCharsets.UTF_8);
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64URL.encode(digest.digest(text.getBytes(StandardCharsets.US_ASCII))).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class JsonObject extends ParameterizedTypeReference<Map<String, Object>> {}
}
