package vn.eid.mock.endpoint;

/** One route of the mock server: a request in, an answer out, or a {@link Refusal}. */
public interface Endpoint {
  /** How many bytes a body may have, unless an endpoint says otherwise. */
  int MOST_BYTES = 1024 * 1024;

  /** How many bytes a body may have at the endpoint that takes the largest, a batch. */
  int MOST_BYTES_ANYWHERE = 4 * 1024 * 1024;

  /**
   * Answers one request.
   *
   * @throws Refusal where production would refuse the request; the router logs its sentence
   */
  Reply answer(Exchange exchange);

  /**
   * Looks at the length of a body before anything else is done with it.
   *
   * @throws Refusal 413 where it is too large
   */
  default void checkSize(int bytes) {
    if (bytes > MOST_BYTES) {
      throw Refusal.of(413, "body_too_large", "The body is larger than 1 MB.");
    }
  }
}
