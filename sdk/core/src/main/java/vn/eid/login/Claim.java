package vn.eid.login;

/**
 * What an application may ask to be told about the citizen. Ask for what you need and no more: the
 * citizen sees the list (Law 91/2025/QH15, article 9).
 */
public enum Claim {
  /** The full name (họ, chữ đệm và tên) as one text; Vietnamese names are never split. */
  NAME("name"),
  /** The birth date (ngày sinh), of older citizens sometimes the year only. */
  BIRTH_DATE("birthdate"),
  /** The sex (giới tính). */
  GENDER("gender"),
  /** The personal identification number (số định danh cá nhân). */
  CITIZEN_ID("citizen_id");

  private final String wireName;

  Claim(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }
}
