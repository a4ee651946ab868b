package vn.eid.tax;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column of the input, and how it may be named. Accents, capitals, spaces and punctuation make no
 * difference: "Số định danh cá nhân" is {@code so_dinh_danh_ca_nhan}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are
enum InputColumn {
  CITIZEN_ID(
      "Số định danh cá nhân, Số CCCD, CCCD",
      "citizen_id",
      "cccd",
      "so_cccd",
      "so_can_cuoc",
      "so_dinh_danh",
      "so_dinh_danh_ca_nhan",
      "ma_dinh_danh"),
  FULL_NAME("Họ và tên, Họ tên", "full_name", "ho_ten", "ho_va_ten"),
  BIRTH_DATE("Ngày sinh", "birth_date", "date_of_birth", "ngay_sinh", "ngay_thang_nam_sinh"),
  OLD_TAX_CODES(
      "MST cũ, Mã số thuế cũ", "old_tax_codes", "old_tax_code", "mst_cu", "ma_so_thue_cu"),
  REFERENCE("Mã nhân viên, Mã NV", "reference", "ma_nv", "ma_nhan_vien");

  static final List<InputColumn> REQUIRED = List.of(CITIZEN_ID, FULL_NAME, BIRTH_DATE);

  private final String vietnamese;
  private final List<String> names;
  private final List<String> folded;

  InputColumn(String vietnamese, String... names) {
    this.vietnamese = vietnamese;
    this.names = List.of(names);
    this.folded = this.names.stream().map(InputColumn::fold).toList();
  }

  /** How the SDK itself names it, in results and on the wire. */
  String title() {
    return names.get(0);
  }

  /** Its names as people write them, for a sentence. */
  String inWords() {
    return title() + " (or: " + vietnamese + ")";
  }

  /** The column that a header means; empty where it means none of ours. */
  static Optional<InputColumn> of(String header) {
    String name = fold(header);
    return Arrays.stream(values()).filter(column -> column.folded.contains(name)).findFirst();
  }

  /** Nothing but its plain letters and digits. */
  private static String fold(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd')
        .replaceAll("[^a-z0-9]", "");
  }
}
