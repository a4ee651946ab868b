package vn.eid.mock.endpoint;

/** One route of the mock server: a request in, an answer out, or a {@link Refusal}. */
public interface Endpoint {

  /**
   * Answers one request.
   *
   * @throws Refusal where production would refuse the request; the router logs its sentence
   */
  Reply answer(Exchange exchange);
}
