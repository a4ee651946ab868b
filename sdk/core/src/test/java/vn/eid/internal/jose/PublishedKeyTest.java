package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/** What a diagnosis tells of the keys in a set. */
class PublishedKeyTest {
  @Test
  void aKeyForEncryptionIsNotForSigningAndOneWithoutUseIs() throws Exception {
    assertThat(published(key(KeyUse.ENCRYPTION)).isForSigning()).isFalse();
    assertThat(published(key(KeyUse.SIGNATURE)).isForSigning()).isTrue();
    assertThat(published(key(null)).isForSigning()).isTrue();
  }

  @Test
  void aSetWithoutKeysHasNone() {
    assertThat(PublishedKey.of(Operation.named("test"), set(""))).isEmpty();
  }

  private static PublishedKey published(ECKey key) {
    List<PublishedKey> all =
        PublishedKey.of(Operation.named("test"), set(key.toPublicJWK().toJSONString()));
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static ECKey key(@Nullable KeyUse use) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID("k").keyUse(use).generate();
  }

  private static Fields set(String keys) {
    return Json.objectIn("{\"keys\":[" + keys + "]}").orElseThrow();
  }
}
