package vn.eid.mock.examine;

import java.net.URI;

/**
 * Where a browser ended.
 *
 * @param at the address of the last page
 * @param status of that page; 0 where there is none
 * @param trouble why there is none; else empty
 * @param hung whether the trouble is that no answer came in time
 */
record Visit(URI at, int status, String body, String trouble, boolean hung) {
  static Visit ended(URI at, int status, String body) {
    return new Visit(at, status, body, "", false);
  }

  static Visit broken(URI at, String trouble) {
    return new Visit(at, 0, "", trouble, false);
  }

  static Visit hung(URI at, String trouble) {
    return new Visit(at, 0, "", trouble, true);
  }

  /** Whether there is a page, or a redirect at which the browser was to stop. */
  boolean isAnswered() {
    return trouble.isEmpty();
  }

  /** In a clause, without the query: it may hold a code. */
  String seen() {
    return isAnswered()
        ? "ended at " + address(at) + " with status " + status
        : "got as far as " + address(at) + ": " + trouble;
  }

  static String address(URI uri) {
    return uri.toASCIIString().split("[?#]", 2)[0];
  }
}
