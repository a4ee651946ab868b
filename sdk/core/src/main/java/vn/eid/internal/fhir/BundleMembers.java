package vn.eid.internal.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Optional;
import java.util.OptionalLong;

/** What a Bundle says besides its entries. */
final class BundleMembers {
  /** What servers take as an address (RFC 9110, section 4.1). */
  private static final int MAX_LINK = 8000;

  private final Tokens tokens;
  private Optional<String> resourceType = Optional.empty();
  private Optional<String> kind = Optional.empty();
  private OptionalLong total = OptionalLong.empty();
  private Optional<String> next = Optional.empty();

  BundleMembers(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Reads the value of a member. */
  void read(String name) {
    switch (name) {
      case "resourceType" -> resourceType = tokens.text();
      case "type" -> kind = tokens.text();
      case "total" -> total = OptionalLong.of(tokens.count("total"));
      case "link" -> links();
      default -> tokens.pass(tokens.next());
    }
  }

  OptionalLong total() {
    return total;
  }

  Optional<String> next() {
    return next;
  }

  void checkKind(String expected) {
    if (!resourceType.equals(Optional.of("Bundle")) || !kind.equals(Optional.of(expected))) {
      throw tokens.malformed("is not a Bundle of type " + expected);
    }
  }

  private void links() {
    if (tokens.next() != JsonToken.START_ARRAY) {
      throw tokens.malformed("has no list of links");
    }
    for (JsonToken t = tokens.next(); t != JsonToken.END_ARRAY; t = tokens.next()) {
      if (t != JsonToken.START_OBJECT) {
        throw tokens.malformed("has a link that is no object");
      }
      link();
    }
  }

  private void link() {
    Optional<String> relation = Optional.empty();
    Optional<String> url = Optional.empty();
    while (tokens.nextMember()) {
      switch (tokens.name()) {
        case "relation" -> relation = tokens.text();
        case "url" -> url = tokens.text();
        default -> tokens.pass(tokens.next());
      }
    }
    if (relation.equals(Optional.of("next"))) {
      if (next.isPresent() || url.isEmpty()) {
        throw tokens.malformed("does not name one next page");
      }
      if (url.get().length() > MAX_LINK) {
        throw tokens.malformed("has a link that is too long");
      }
      next = url;
    }
  }
}
