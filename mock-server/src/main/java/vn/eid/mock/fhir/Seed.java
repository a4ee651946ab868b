package vn.eid.mock.fhir;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Chance that falls out the same for the same citizen each time: the record of a person does not
 * change from one request to the next.
 */
record Seed(String text) {

  Seed with(String more) {
    return new Seed(text + "/" + more);
  }

  UUID uuid() {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound) {
    // Through the UUID: the first numbers of Random for seeds that differ in few bits are alike.
    return new Random(uuid().getMostSignificantBits()).nextInt(bound);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
