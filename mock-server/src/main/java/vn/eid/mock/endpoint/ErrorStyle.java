package vn.eid.mock.endpoint;

/** In which form a route tells of a refusal. */
public enum ErrorStyle {
  /** {@code {"error", "error_description"}}: RFC 6749, section 5.2. */
  OAUTH,
  /** {@code application/problem+json}: RFC 9457. */
  PROBLEM,
  /** A page for the person in front of the screen. */
  PAGE
}
