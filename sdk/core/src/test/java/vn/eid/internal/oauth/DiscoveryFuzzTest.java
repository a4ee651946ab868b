package vn.eid.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import vn.eid.Environment;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Json;

/** A discovery document: nothing that passes leads to an address that is not safe. */
class DiscoveryFuzzTest {
  private static final Environment ENVIRONMENT =
      Environment.sandbox(URI.create(HonestProvider.ISSUER));
  private static final Operation OPERATION = Operation.named("fuzz");

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    Optional<ProviderMetadata> metadata =
        Fuzzed.read(UntrustedException.class, input, () -> metadata(input));
    metadata.ifPresent(DiscoveryFuzzTest::allIsSafe);
    return metadata.isPresent();
  }

  private static ProviderMetadata metadata(byte[] input) {
    return new DiscoveryChecks(OPERATION, ENVIRONMENT)
        .verify(Json.object(OPERATION, "The discovery document", input));
  }

  private static void allIsSafe(ProviderMetadata metadata) {
    Stream<HttpUrl> login =
        Stream.of(
                Optional.of(metadata.authorization()),
                Optional.of(metadata.pushedAuthorization()),
                Optional.of(metadata.token()),
                metadata.userinfo(),
                Optional.of(metadata.keys()),
                metadata.pushLogin(),
                metadata.revocation(),
                metadata.logout())
            .flatMap(Optional::stream);
    Stream<HttpUrl> national =
        metadata.national().stream()
            .flatMap(
                it ->
                    Stream.of(
                        it.consent(), it.records(), it.citizenData(), it.tax(), it.registryKeys()));
    assertThat(Stream.concat(login, national))
        .allSatisfy(
            url -> {
              assertThat(url.isHttps()).isTrue();
              assertThat(url.username() + url.password()).isEmpty();
              assertThat(url.fragment()).isNull();
            });
  }
}
