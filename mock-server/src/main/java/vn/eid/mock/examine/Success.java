package vn.eid.mock.examine;

/**
 * How the application shows that somebody is logged in.
 *
 * @param urlPrefix how the last address begins; empty where the text tells
 * @param text what stands on the last page; empty where the address tells
 */
record Success(String urlPrefix, String text) {
  boolean isSeenIn(Visit visit) {
    return visit.status() >= 200
        && visit.status() < 400
        && visit.at().toString().startsWith(urlPrefix)
        && visit.body().contains(text);
  }
}
