package vn.eid.webhook;

import java.util.Optional;

/**
 * An event as it was read.
 *
 * @param about the thing whose state it tells of: events about one stand in one line, of whatever
 *     kind they are; empty for those that need no order
 */
record Told(WebhookEvent event, Optional<String> about) {

  static Told about(String kind, String name, WebhookEvent event) {
    return new Told(event, Optional.of(kind + "\n" + name));
  }

  static Told alone(WebhookEvent event) {
    return new Told(event, Optional.empty());
  }
}
