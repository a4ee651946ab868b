package vn.eid.mock.examine;

import java.net.URI;

/**
 * Where a browser ended.
 *
 * @param at the address of the last page
 * @param status of that page; 0 where there is none
 * @param trouble why there is none; else empty
 */
record Visit(URI at, int status, String body, String trouble) {
  static Visit broken(URI at, String trouble) {
    return new Visit(at, 0, "", trouble);
  }

  /** In a clause, without the query: it may hold a code. */
  String seen() {
    return trouble.isEmpty()
        ? "ended at " + address(at) + " with status " + status
        : "got as far as " + address(at) + ": " + trouble;
  }

  static String address(URI uri) {
    return uri.toASCIIString().split("[?#]", 2)[0];
  }
}
