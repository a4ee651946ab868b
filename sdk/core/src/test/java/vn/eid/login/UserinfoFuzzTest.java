package vn.eid.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.EnumSet;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/** The claims about a citizen: what is read survives being kept, and nothing of it is printed. */
class UserinfoFuzzTest {
  private static final Connection CONNECTION = new HonestProvider().connection();
  private static final Operation OPERATION = Operation.named("fuzz");

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    Optional<IdentityClaims> claims =
        Fuzzed.read(UntrustedException.class, input, () -> claims(input));
    claims.ifPresent(
        read -> {
          byte[] kept = Json.bytes(StoredIdentity.of(read));
          assertThat(StoredIdentity.read(object(kept))).isEqualTo(read);
          assertThat(read.citizenId().filter(id -> !id.isSynthetic())).isEmpty();
          Fuzzed.namesNoNumberOf(input, new Identity("someone", read).toString());
        });
    return claims.isPresent();
  }

  private static IdentityClaims claims(byte[] input) {
    Fields about = object(input);
    return IdentityClaims.of(CONNECTION, OPERATION, EnumSet.allOf(Claim.class), about, about);
  }

  private static Fields object(byte[] json) {
    return Json.object(OPERATION, "The userinfo answer", json);
  }
}
