package vn.eid.tax;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys under which the registry remembers rows and batches of one job: HMAC-SHA-256 of what is
 * sent, under the job's secret. Equal rows have equal keys, so a row that stands in the input
 * twice, or is sent again after a crash, is one row to the registry; and nothing need be remembered
 * of it here. Who does not have the secret learns nothing from a key.
 *
 * <p>For one thread.
 */
final class RowKeys {
  private static final int KEY_BYTES = 18;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Mac mac;

  RowKeys(byte[] secret) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no HMAC-SHA-256.", e);
    }
  }

  String of(InputRow row) {
    return key('r', row.content().getBytes(StandardCharsets.UTF_8));
  }

  String ofBatch(byte[] body) {
    return key('b', body);
  }

  private String key(char kind, byte[] content) {
    mac.update((byte) kind);
    return BASE64.encodeToString(Arrays.copyOf(mac.doFinal(content), KEY_BYTES));
  }
}
