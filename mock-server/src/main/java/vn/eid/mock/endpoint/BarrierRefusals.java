package vn.eid.mock.endpoint;

import vn.eid.mock.state.Barrier;

/** Says to a client why it gets no data under a consent. */
final class BarrierRefusals {
  private BarrierRefusals() {}

  static Refusal at(int status, Barrier barrier) {
    return Refusal.of(status, barrier.code(), barrier.sentence());
  }

  /** At the token endpoint (RFC 9396, section 5): the OAuth error, with our code beside it. */
  static Refusal atTokenEndpoint(Barrier barrier) {
    return Refusal.badRequest("invalid_authorization_details", barrier.sentence())
        .member("code", barrier.code());
  }
}
