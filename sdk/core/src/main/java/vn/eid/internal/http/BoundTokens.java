package vn.eid.internal.http;

import java.io.IOException;
import java.util.Optional;
import vn.eid.internal.jose.SigningKey;

/** Access tokens that are bound to one key, renewed as they are needed. */
public interface BoundTokens {

  /** The key that all of them are bound to. */
  SigningKey key();

  /** A token that is good now. */
  String current() throws IOException;

  /** Another one for one that was refused; empty where there is none to be had. */
  Optional<String> insteadOf(String refused) throws IOException;
}
