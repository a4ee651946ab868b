package vn.eid.mock.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a citizen can share under a consent. ASSUMED: no catalogue is public. */
public enum DataSet {
  PATIENT_SUMMARY("Tóm tắt hồ sơ sức khỏe", "Health summary"),
  IMMUNIZATIONS("Lịch sử tiêm chủng", "Immunisations"),
  IDENTITY("Thông tin nhân thân", "Identity"),
  RESIDENCE("Nơi cư trú", "Place of residence");

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

  public static Optional<DataSet> of(String code) {
    return Arrays.stream(values()).filter(set -> set.code().equals(code)).findFirst();
  }
}
