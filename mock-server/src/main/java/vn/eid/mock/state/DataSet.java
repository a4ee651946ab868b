package vn.eid.mock.state;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a citizen can share under a consent. ASSUMED: no catalogue is public. */
public enum DataSet {
  PATIENT_SUMMARY("Tóm tắt hồ sơ sức khỏe", "Health summary"),
  IMMUNIZATIONS("Lịch sử tiêm chủng", "Immunisations"),
  ENCOUNTERS("Các lần khám, chữa bệnh", "Visits to clinics and hospitals"),
  CONDITIONS("Bệnh và chẩn đoán", "Illnesses and diagnoses"),
  MEDICATIONS("Thuốc đã và đang dùng", "Medicines"),
  ALLERGIES("Dị ứng", "Allergies"),
  LABORATORY_RESULTS("Kết quả xét nghiệm", "Laboratory results"),
  IMAGING_REPORTS("Kết quả chẩn đoán hình ảnh", "Imaging reports"),
  IDENTITY("Thông tin nhân thân", "Identity"),
  RESIDENCE("Nơi cư trú", "Place of residence"),
  HOUSEHOLD("Hộ gia đình", "Household"),
  INSURANCE_CARD("Thẻ bảo hiểm y tế", "Health insurance card");

  private static final Set<DataSet> IN_PAGES = EnumSet.range(IMMUNIZATIONS, IMAGING_REPORTS);

  // Law 91/2025/QH15 and Decree 356/2025/ND-CP: basic personal data. The card tells of illness and
  // of need, so it is counted with what is sensitive.
  private static final Set<DataSet> BASIC = EnumSet.of(IDENTITY, RESIDENCE, HOUSEHOLD);

  private final String vi;
  private final String en;

  DataSet(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** The name on the wire, such as {@code patient_summary}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name on the approval page. */
  public BilingualText title() {
    return new BilingualText(vi, en);
  }

  /** Whether it is sensitive personal data, as everything about health is. */
  public boolean sensitive() {
    return !BASIC.contains(this);
  }

  /** All names, for a sentence. */
  public static String codes() {
    return Arrays.stream(values()).map(DataSet::code).collect(Collectors.joining(", "));
  }

  /** Whether it is a list of single resources, and not one document. */
  public boolean comesInPages() {
    return IN_PAGES.contains(this);
  }

  public static Optional<DataSet> of(String code) {
    return Arrays.stream(values()).filter(set -> set.code().equals(code)).findFirst();
  }
}
