package vn.eid.diagnosis;

import java.time.Duration;
import vn.eid.internal.http.WireResponse;

/** What came of a request. */
sealed interface Answer {

  /** An answer, whatever its status. */
  record Came(WireResponse response, Duration roundTrip) implements Answer {}

  /** No answer. Only the failure's type may be looked at: its words may quote a secret. */
  record Broke(Exception failure) implements Answer {}
}
