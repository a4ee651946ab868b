package vn.eid.mock;

/** What a clerk finds who looks into a tax link under review. Immutable. */
public enum CaseDecision {
  /** The citizen is one of the taxpayers that were found: number and tax code become one. */
  LINK,
  /** The taxpayers that were found have another name and birth date. */
  MISMATCH,
  /** None of the taxpayers that were found is the citizen. */
  NOT_FOUND
}
