package vn.eid.mock.fhir;

/** Vaccines that are given in Vietnam; the codes are CVX. */
enum Vaccine {
  BCG("19", "Lao (BCG)"),
  HEPATITIS_B("08", "Viêm gan B"),
  DIPHTHERIA_TETANUS_PERTUSSIS("01", "Bạch hầu - Ho gà - Uốn ván (DPT)"),
  FIVE_IN_ONE("198", "Bạch hầu - Ho gà - Uốn ván - Viêm gan B - Hib (5 trong 1)"),
  POLIO_ORAL("178", "Bại liệt uống (bOPV)"),
  POLIO_ORAL_TRIVALENT("02", "Bại liệt uống (tOPV)"),
  POLIO_INACTIVATED("10", "Bại liệt tiêm (IPV)"),
  MEASLES("05", "Sởi"),
  MEASLES_RUBELLA("04", "Sởi - Rubella (MR)"),
  JAPANESE_ENCEPHALITIS("39", "Viêm não Nhật Bản"),
  COVID_19("213", "COVID-19"),
  INFLUENZA("88", "Cúm mùa"),
  TETANUS("112", "Uốn ván");

  private final String cvx;
  private final String title;

  Vaccine(String cvx, String title) {
    this.cvx = cvx;
    this.title = title;
  }

  /** Without CVX's own display, which is in English: the text says it to the reader. */
  Concept concept() {
    return Concept.of(Concept.CVX, cvx, null).text(title);
  }

  String title() {
    return title;
  }
}
