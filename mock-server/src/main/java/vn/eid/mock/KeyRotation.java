package vn.eid.mock;

/**
 * How the login provider changes the key that signs its tokens: see {@link EidMock#rotateKeys}.
 * Immutable, safe for use by several threads.
 */
public enum KeyRotation {
  /**
   * The next key stands in the key set at once and signs from now on; the one before stays in the
   * key set for an hour of the server's clock, for the tokens that it has signed (OpenID Connect
   * Core, section 10.1.1).
   */
  PLANNED,
  /** The next key takes the place of all others in the key set at once, and signs from now on. */
  EMERGENCY,
  /**
   * As {@link #EMERGENCY}; and whoever stole the key before plays the provider and goes on signing
   * with it, until {@link EidMock#reset}. An application must refuse these tokens as soon as it may
   * no longer trust the key set that it fetched before.
   */
  COMPROMISED
}
