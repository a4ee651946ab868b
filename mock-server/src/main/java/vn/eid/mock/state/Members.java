package vn.eid.mock.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The members of a JSON object, read strictly: each fault names the member and what to do. */
public final class Members {
  private static final int LONGEST_TEXT = 500;
  private static final Pattern NAME = Pattern.compile("(?!.*[0-9]{5})[A-Za-z_][A-Za-z0-9_-]{0,39}");

  private final JsonNode object;
  private final String place;
  private final BiFunction<String, String, ? extends RuntimeException> refusal;

  /**
   * @param place what stands before a member's name in a fault, such as {@code citizens[3].}
   * @param refusal makes the exception from the place of the fault and the reason
   */
  public Members(
      JsonNode object,
      String place,
      BiFunction<String, String, ? extends RuntimeException> refusal) {
    this.object = object;
    this.place = place;
    this.refusal = refusal;
  }

  public String text(String name) {
    return optionalText(name).orElseThrow(() -> refuse(name, "is missing"));
  }

  /** A text that must be there and may be as long as a page. */
  public String text(String name, int longest) {
    return optionalText(name, longest).orElseThrow(() -> refuse(name, "is missing"));
  }

  public Optional<String> optionalText(String name) {
    return optionalText(name, LONGEST_TEXT);
  }

  /**
   * A text of a form of its own.
   *
   * @param form what is said of the member where it is no text
   */
  public Optional<String> optionalText(String name, String form) {
    if (member(name).filter(node -> !node.isTextual()).isPresent()) {
      throw refuse(name, form);
    }
    return optionalText(name);
  }

  private Optional<String> optionalText(String name, int longest) {
    return member(name)
        .map(
            node -> {
              if (!node.isTextual() || node.textValue().isBlank()) {
                throw refuse(name, "must be a text that is not blank");
              }
              if (node.textValue().length() > longest) {
                throw refuse(name, "is longer than " + longest + " characters");
              }
              return node.textValue();
            });
  }

  public long number(String name, long least, long most) {
    return optionalNumber(name, least, most).orElseThrow(() -> refuse(name, "is missing"));
  }

  public Optional<Long> optionalNumber(String name, long least, long most) {
    return member(name)
        .map(
            node -> {
              boolean whole = node.isIntegralNumber() && node.canConvertToLong();
              if (!whole || node.longValue() < least || node.longValue() > most) {
                throw refuse(name, "must be a whole number from " + least + " to " + most);
              }
              return node.longValue();
            });
  }

  public Optional<Boolean> optionalFlag(String name) {
    return member(name)
        .map(
            node -> {
              if (!node.isBoolean()) {
                throw refuse(name, "must be true or false");
              }
              return node.booleanValue();
            });
  }

  public Members object(String name) {
    return optionalObject(name).orElseThrow(() -> refuse(name, "is missing"));
  }

  public Optional<Members> optionalObject(String name) {
    return member(name).map(node -> in(node, name));
  }

  /** The objects in a list that must be there. */
  public List<Members> objects(String name) {
    return optionalObjects(name).orElseThrow(() -> refuse(name, "is missing"));
  }

  public Optional<List<Members>> optionalObjects(String name) {
    return list(name).map(list -> objects(name, list));
  }

  private List<Members> objects(String name, JsonNode list) {
    List<Members> objects = new ArrayList<>();
    for (JsonNode item : list) {
      objects.add(in(item, name + "[" + objects.size() + "]"));
    }
    return objects;
  }

  /** The texts in a list; empty where the list is absent. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    list(name)
        .ifPresent(
            list -> {
              for (JsonNode item : list) {
                if (!item.isTextual()) {
                  throw refuse(name + "[" + texts.size() + "]", "must be a text");
                }
                texts.add(item.textValue());
              }
            });
    return List.copyOf(texts);
  }

  /** Refuses a member that is not named here: a typing error must not be taken for an absence. */
  public Members only(String... names) {
    List<String> known = Arrays.asList(names);
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw refuse(
                    printable(name), "is not known here; known are " + String.join(", ", known));
              }
            });
    return this;
  }

  /** The exception for a fault of this member. */
  public RuntimeException refuse(String name, String reason) {
    return refusal.apply(place + name, reason);
  }

  // A strange name may hold anything, also what must not stand in a log.
  private static String printable(String name) {
    return NAME.matcher(name).matches() ? name : "a member";
  }

  private Members in(JsonNode node, String name) {
    if (!node.isObject()) {
      throw refuse(name, "must be a JSON object");
    }
    return new Members(node, place + name + ".", refusal);
  }

  private Optional<JsonNode> list(String name) {
    return member(name)
        .map(
            node -> {
              if (!node.isArray()) {
                throw refuse(name, "must be a list");
              }
              return node;
            });
  }

  private Optional<JsonNode> member(String name) {
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }
}
