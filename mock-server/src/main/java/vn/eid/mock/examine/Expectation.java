package vn.eid.mock.examine;

/** What a good application does about a fault. */
enum Expectation {
  /** A standard says that it must, or should, not go on. */
  REFUSE,
  /** The standards allow what the provider does, so it goes on. */
  ACCEPT,
  /** The standards leave it to the application, or the fault is an outage and no lie. */
  EITHER,
  /** Nothing can be seen of it in a login in a browser, or at a webhook. */
  OUTSIDE
}
