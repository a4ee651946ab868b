package vn.eid.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

/**
 * The members of a JSON object from outside, read by type. A member of another type than asked for
 * is an untrusted document, not a missing one.
 */
public final class Fields {
  private final Operation operation;
  private final String what;
  private final JsonNode node;

  Fields(Operation operation, String what, JsonNode node) {
    this.operation = operation;
    this.what = what;
    this.node = node;
  }

  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** Whether there is such a member, were it null. */
  public boolean mentions(String name) {
    return node.has(name);
  }

  public Set<String> names() {
    Set<String> names = new HashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  public Optional<String> text(String name) {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw malformed(name, "a text");
    }
    return Optional.of(value.textValue());
  }

  public String requiredText(String name) {
    return text(name).orElseThrow(() -> malformed(name, "a text"));
  }

  public Optional<Long> integer(String name) {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw malformed(name, "a whole number");
    }
    return Optional.of(value.longValue());
  }

  public long requiredInteger(String name) {
    return integer(name).orElseThrow(() -> malformed(name, "a whole number"));
  }

  /** Seconds since 1970, as JWTs write time (RFC 7519, section 2). Fractions are allowed. */
  public Optional<Instant> seconds(String name) {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isNumber() || !inRange(value.doubleValue())) {
      throw malformed(name, "a time in seconds");
    }
    return Optional.of(Instant.ofEpochMilli((long) (value.doubleValue() * 1000)));
  }

  /** An instant in ISO 8601 form. */
  public Instant requiredInstant(String name) {
    try {
      return Instant.parse(requiredText(name));
    } catch (DateTimeException e) {
      throw malformed(name, "an instant such as 2026-01-31T08:30:00Z");
    }
  }

  /** A day of the calendar in ISO 8601 form. */
  public Optional<LocalDate> date(String name) {
    try {
      return text(name).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw malformed(name, "a day such as 2026-01-31");
    }
  }

  public LocalDate requiredDate(String name) {
    return date(name).orElseThrow(() -> malformed(name, "a day such as 2026-01-31"));
  }

  /** An absolute http or https URI. */
  public Optional<URI> uri(String name) {
    return text(name).map(value -> parse(name, value));
  }

  public URI requiredUri(String name) {
    return parse(name, requiredText(name));
  }

  /** A list of texts; empty where the member is absent. */
  public List<String> texts(String name) {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(name, value)) {
      if (!element.isTextual()) {
        throw malformed(name, "a list of texts");
      }
      texts.add(element.textValue());
    }
    return List.copyOf(texts);
  }

  /** A list of texts, or the one text that stands for it (the {@code aud} of a JWT). */
  public List<String> textOrTexts(String name) {
    return value(name).isTextual() ? List.of(requiredText(name)) : texts(name);
  }

  public boolean flag(String name) {
    return value(name).isBoolean() && value(name).booleanValue();
  }

  public boolean requiredFlag(String name) {
    if (!value(name).isBoolean()) {
      throw malformed(name, "true or false");
    }
    return flag(name);
  }

  public Optional<Fields> object(String name) {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      throw malformed(name, "an object");
    }
    return Optional.of(new Fields(operation, what + "'s " + name, value));
  }

  /** A list of objects; empty where the member is absent. */
  public List<Fields> objects(String name) {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return List.of();
    }
    List<Fields> objects = new ArrayList<>();
    for (JsonNode element : array(name, value)) {
      if (!element.isObject()) {
        throw malformed(name, "a list of objects");
      }
      objects.add(new Fields(operation, what + "'s " + name, element));
    }
    return List.copyOf(objects);
  }

  /** These members, and those of another object whose names are not among them. */
  public Fields orElse(Fields other) {
    ObjectNode both = other.node.deepCopy();
    both.setAll((ObjectNode) node);
    return new Fields(operation, what, both);
  }

  /** Whether both have the same members with the same values, in whatever order. */
  public boolean sameAs(Fields other) {
    return node.equals(other.node);
  }

  /** All members as plain Java values. */
  public Map<String, Object> members() {
    return PlainValues.members(node);
  }

  /** These members but one. */
  public Fields without(String name) {
    ObjectNode rest = node.deepCopy();
    rest.remove(name);
    return new Fields(operation, what, rest);
  }

  /** The object itself, as JSON text. */
  public String json() {
    return node.toString();
  }

  private JsonNode value(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? MissingNode.getInstance() : value;
  }

  private JsonNode array(String name, JsonNode value) {
    if (!value.isArray()) {
      throw malformed(name, "a list");
    }
    return value;
  }

  private URI parse(String name, String value) {
    try {
      URI uri = URI.create(value);
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // The sentence below says it.
    }
    throw malformed(name, "a URL");
  }

  private static boolean inRange(double seconds) {
    return seconds >= 0 && seconds < 1e11;
  }

  private UntrustedException malformed(String name, String expected) {
    return operation.untrusted(
        Check.FORMAT, what + " needs the member '" + name + "' as " + expected + ".");
  }
}
