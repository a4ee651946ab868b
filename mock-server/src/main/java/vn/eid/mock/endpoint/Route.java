package vn.eid.mock.endpoint;

/**
 * One line of the route table.
 *
 * @param pattern the path; a segment {@code {name}} matches any one segment
 */
public record Route(String method, String pattern, Endpoint endpoint, ErrorStyle errors) {

  /** The same line with another endpoint, mostly one that stands before this one's. */
  Route around(Endpoint other) {
    return new Route(method, pattern, other, errors);
  }
}
