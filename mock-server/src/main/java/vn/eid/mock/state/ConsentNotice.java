package vn.eid.mock.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What every approval page tells the citizen about the consent (Law 91/2025/QH15, article 9). The
 * page always shows the Vietnamese text, and a receipt holds its hash as evidence of what was
 * shown.
 */
public final class ConsentNotice {
  public static final String VERSION = "1";

  public static final BilingualText TEXT =
      new BilingualText(
          "Bạn tự nguyện quyết định. Nếu từ chối, bạn không mất quyền sử dụng dịch vụ cơ bản. Nếu"
              + " đồng ý, bên nhận chỉ được dùng đúng các dữ liệu nêu trên, cho đúng mục đích nêu"
              + " trên và trong thời hạn nêu trên. Bạn có thể rút lại sự đồng ý bất cứ lúc nào"
              + " trong ứng dụng; việc chia sẻ dừng ngay khi bạn rút lại.",
          "You decide freely. If you decline, you keep your right to the basic service. If you"
              + " approve, the recipient may use only the data above, only for the purpose above"
              + " and only for the time above. You can take your consent back at any time in the"
              + " app; sharing stops at once.");

  private static final String HASH = hash();

  private ConsentNotice() {}

  /** SHA-256 of the Vietnamese text in UTF-8, as lower-case hex. */
  public static String sha256() {
    return HASH;
  }

  private static String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(TEXT.vi().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }
}
