package vn.eid.mock.state;

/** What a citizen does when the national app asks. */
public enum Decision {
  APPROVE,
  DECLINE,
  /** Looks away: the request stays open until it expires. */
  IGNORE
}
