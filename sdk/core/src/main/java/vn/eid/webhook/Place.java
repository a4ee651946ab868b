package vn.eid.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.internal.json.Fields;

/**
 * Where an event stands among those about the same thing.
 *
 * @param version of the thing's state after it (ASSUMED); empty where the sender does not count
 * @param at when it happened
 * @param last whether nothing comes after it, whatever is counted
 */
record Place(Optional<Long> version, Instant at, boolean last) {

  static Place read(Fields content) {
    return new Place(
        content.integer("version"), content.requiredInstant("at"), content.requiredFlag("last"));
  }

  Map<String, Object> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    version.ifPresent(number -> content.put("version", number));
    content.put("at", at.toString());
    content.put("last", last);
    return content;
  }

  /** Whether it tells more than the other. Of one second, as clocks of tokens have it, both do. */
  boolean follows(Place former) {
    if (former.last || last) {
      return !former.last;
    }
    return (version.isPresent() && former.version.isPresent())
        ? version.get() > former.version.get()
        : !at.isBefore(former.at);
  }
}
