package vn.eid.examples.stage;

import java.net.URI;

/** The citizen's phone with the e-ID app on it. */
public interface Phone {

  /** Lets a push arrive. */
  void ring(URI appLink);

  /** Lets the citizen look at the push and approve it, unless a person does that. */
  void approve();
}
