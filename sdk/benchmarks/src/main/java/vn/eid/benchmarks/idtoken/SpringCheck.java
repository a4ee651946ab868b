package vn.eid.benchmarks.idtoken;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Spring Security's decoder, set up as its own builders do, with its validators. */
final class SpringCheck implements IdTokenCheck {
  private final NimbusJwtDecoder decoder;

  SpringCheck(Issuer issuer) {
    DefaultJWTProcessor<SecurityContext> processor = NimbusCheck.processor(issuer);
    // As the builders do: the validators below check the claims, once.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    this.decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(Issuer.NAME),
            new JwtClaimValidator<List<String>>("aud", List.of(Issuer.CLIENT)::equals),
            new JwtClaimValidator<String>("nonce", Issuer.NONCE::equals)));
  }

  @Override
  public Object verify(String idToken) {
    return decoder.decode(idToken);
  }
}
