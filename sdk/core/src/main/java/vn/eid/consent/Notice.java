package vn.eid.consent;

import java.nio.charset.StandardCharsets;
import vn.eid.InvalidRequestException;
import vn.eid.internal.jose.Hashes;

/**
 * What the citizen is told before deciding (thông báo xử lý dữ liệu; Law 91/2025/QH15, article 9).
 * The receipt names its version and the hashes of both texts, as evidence of what was shown: keep
 * each version that you ever used. Immutable and thread-safe.
 *
 * @param version your name for this wording, such as {@code 2026-01}
 * @param vietnamese the text that the citizen reads
 * @param english the same for those who read English
 */
public record Notice(String version, String vietnamese, String english) {
  private static final int MAX_TEXT = 4000;
  private static final Notice STANDARD =
      new Notice(
          "eid-1",
          "Bạn tự nguyện quyết định. Nếu bạn từ chối, bạn vẫn được dùng dịch vụ cơ bản. Nếu bạn"
              + " đồng ý, bên nhận chỉ được dùng đúng những dữ liệu này, cho đúng mục đích này và"
              + " trong đúng thời hạn này. Bạn có quyền được biết, xem, sửa và yêu cầu xóa dữ liệu"
              + " của mình, và có thể rút lại sự đồng ý bất cứ lúc nào; việc đọc dữ liệu dừng ngay"
              + " khi bạn rút lại.",
          "You decide freely. If you decline, you still get the basic service. If you agree, the"
              + " recipient may use only these data, only for this purpose and only for this time."
              + " You have the right to know of your data, to see it, to correct it and to have it"
              + " deleted, and you can withdraw your consent at any time; reading stops as soon as"
              + " you do.");

  /**
   * Checks the form.
   *
   * @throws InvalidRequestException where the version is not 1 to 64 letters, digits, dots, dashes
   *     and underscores, or a text is empty or over 4,000 characters
   */
  public Notice {
    if (!version.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new InvalidRequestException(
          "notice",
          "A notice's version has 1 to 64 letters, digits, dots, dashes and underscores.");
    }
    if (!isText(vietnamese) || !isText(english)) {
      throw new InvalidRequestException(
          "notice", "A notice has a text of 1 to 4,000 characters in Vietnamese and in English.");
    }
  }

  /** A notice in your own words. */
  public static Notice of(String version, String vietnamese, String english) {
    return new Notice(version, vietnamese, english);
  }

  /**
   * The words of this SDK: the decision is free, refusing keeps the basic service, only these data
   * for this purpose and time, the citizen's rights, and withdrawal at any time.
   */
  public static Notice standard() {
    return STANDARD;
  }

  /** What a receipt says of it. */
  ConsentTerms.NoticeMark mark() {
    return new ConsentTerms.NoticeMark(version, hash(vietnamese), hash(english));
  }

  private static String hash(String text) {
    return Hashes.hexOfSha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isText(String text) {
    return !text.isBlank() && text.length() <= MAX_TEXT;
  }
}
