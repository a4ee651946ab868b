package vn.eid.login;

import vn.eid.InvalidRequestException;

/**
 * The handle of a login by push, for your page to ask with. Random, and of no use outside the
 * browser session in which the login began.
 */
public record PushId(String value) {

  /**
   * The handle that {@link PushStart#id} gave.
   *
   * @throws InvalidRequestException where it is not one
   */
  public static PushId of(String value) {
    return new PushId(value);
  }

  /** See {@link #of}. */
  public PushId {
    if (!value.matches("[A-Za-z0-9_-]{43}")) {
      throw new InvalidRequestException("pushId", "This is not a handle of a login by push.");
    }
  }

  @Override
  public String toString() {
    return "PushId[…]";
  }
}
