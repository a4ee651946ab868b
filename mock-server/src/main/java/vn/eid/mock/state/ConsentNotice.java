package vn.eid.mock.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * What an approval page tells the citizen about the consent (Law 91/2025/QH15, article 9). A
 * receipt holds the hashes of its texts as evidence of what was shown.
 *
 * @param version how the client calls this wording
 */
public record ConsentNotice(String version, BilingualText text) {

  /** The registry's own, for a client that brings none. */
  public static final ConsentNotice USUAL =
      new ConsentNotice(
          "1",
          new BilingualText(
              "Bạn tự nguyện quyết định. Nếu từ chối, bạn không mất quyền sử dụng dịch vụ cơ bản."
                  + " Nếu đồng ý, bên nhận chỉ được dùng đúng các dữ liệu nêu trên, cho đúng mục"
                  + " đích nêu trên và trong thời hạn nêu trên. Bạn có thể rút lại sự đồng ý bất"
                  + " cứ lúc nào trong ứng dụng; việc chia sẻ dừng ngay khi bạn rút lại.",
              "You decide freely. If you decline, you keep your right to the basic service. If you"
                  + " approve, the recipient may use only the data above, only for the purpose"
                  + " above and only for the time above. You can take your consent back at any"
                  + " time in the app; sharing stops at once."));

  /** SHA-256 of each text in UTF-8, as lower-case hex. */
  public Map<String, String> sha256() {
    return Map.of("vi", hash(text.vi()), "en", hash(text.en()));
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }
}
