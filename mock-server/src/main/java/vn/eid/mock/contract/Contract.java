package vn.eid.mock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * An OpenAPI 3.0.3 document of one area that no standard describes. What several areas share stands
 * in {@code common.json} and is put into each document that refers to it. Immutable, safe for use
 * by several threads.
 */
public final class Contract {
  private static final String LOCAL = "#/components/";
  private static final String COMPONENTS = "components";

  private static final class Loaded {
    static final List<Contract> ALL =
        List.of("provider", "consent", "citizen-data", "records", "tax", "population", "events")
            .stream()
            .map(name -> new Contract(name, ContractFile.read(name + ".json")))
            .toList();
    static final JsonNode COMMON = ContractFile.read("common.json").path(COMPONENTS);
  }

  private final String name;
  private final JsonNode written;

  private Contract(String name, JsonNode written) {
    this.name = name;
    this.written = written;
  }

  /** All of them, in the order in which an application meets them. */
  public static List<Contract> all() {
    return Loaded.ALL;
  }

  /** The one of a name, such as {@code consent}. */
  public static Optional<Contract> named(String name) {
    return all().stream().filter(contract -> contract.name.equals(name)).findFirst();
  }

  public String name() {
    return name;
  }

  /** The whole document, complete in itself, for a server at this address. */
  public ObjectNode servedAt(String issuer) {
    ObjectNode document = written.deepCopy();
    document.putArray("servers").addObject().put("url", issuer);
    ObjectNode components = document.withObjectProperty(COMPONENTS);
    Deque<JsonNode> toRead = new ArrayDeque<>(List.of(written));
    addScheme(document, components);
    while (!toRead.isEmpty()) {
      for (JsonNode reference : toRead.pop().findValues("$ref")) {
        add(reference.asText(), components).ifPresent(toRead::push);
      }
    }
    return document;
  }

  // A security requirement names its scheme without a $ref.
  private static void addScheme(ObjectNode document, ObjectNode components) {
    if (document.has("security")) {
      components.set("securitySchemes", Loaded.COMMON.path("securitySchemes").deepCopy());
    }
  }

  /** Copies what the document refers to and does not have itself. */
  private static Optional<JsonNode> add(String reference, ObjectNode components) {
    String[] path = reference.substring(LOCAL.length()).split("/", -1);
    if (components.path(path[0]).has(path[1])) {
      return Optional.empty();
    }
    JsonNode shared = Loaded.COMMON.path(path[0]).path(path[1]);
    if (shared.isMissingNode()) {
      throw new IllegalStateException("Nothing stands at " + reference + ".");
    }
    components.withObjectProperty(path[0]).set(path[1], shared.deepCopy());
    return Optional.of(shared);
  }
}
