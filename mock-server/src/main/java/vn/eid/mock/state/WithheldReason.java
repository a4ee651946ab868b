package vn.eid.mock.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why less of a record is returned than was consented to. ASSUMED: no list of reasons is public.
 */
public enum WithheldReason {
  CITIZEN_HID("Công dân đã ẩn dữ liệu này trong ứng dụng."),
  SENSITIVE("Dữ liệu thuộc loại phải bảo vệ đặc biệt, không trả qua kênh này."),
  FACILITY_RESTRICTS("Cơ sở khám bệnh, chữa bệnh chưa cho phép chia sẻ dữ liệu này."),
  SOURCE_UNREACHABLE("Không kết nối được tới một cơ sở khám bệnh, chữa bệnh.");

  private final String text;

  WithheldReason(String text) {
    this.text = text;
  }

  /** The name on the wire and in a file of citizens, such as {@code citizen_hid}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a Vietnamese reader sees. */
  public String text() {
    return text;
  }

  public static Optional<WithheldReason> of(String code) {
    return Arrays.stream(values()).filter(reason -> reason.code().equals(code)).findFirst();
  }
}
