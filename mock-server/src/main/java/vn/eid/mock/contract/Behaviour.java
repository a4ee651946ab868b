package vn.eid.mock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.endpoint.Route;
import vn.eid.mock.page.Sourced;

/**
 * One thing that the server does, and where it is known from: a line of {@code fidelity.json}.
 *
 * @param source the standard and its section, where it was seen, or "ours"
 * @param date when it was decided, or the day of the law
 * @param when which requests rely on it
 * @param routes method and pattern; {@code *} is any method, a last {@code **} the rest of a path
 */
public record Behaviour(
    String id,
    Fidelity fidelity,
    String behaviour,
    String source,
    LocalDate date,
    Reliance when,
    List<String> routes) {
  private static final String REST = "/**";

  private static final class Loaded {
    static final List<Behaviour> ALL =
        members(ContractFile.read("fidelity.json").path("behaviours"))
            .map(Behaviour::read)
            .toList();
  }

  /** The whole manifest, in the order of the file. */
  public static List<Behaviour> all() {
    return Loaded.ALL;
  }

  /** What the server does at a route. */
  public static List<Behaviour> of(Route route) {
    return all().stream().filter(behaviour -> behaviour.concerns(route)).toList();
  }

  private boolean concerns(Route route) {
    return routes.stream().anyMatch(one -> names(one, route));
  }

  private static boolean names(String line, Route route) {
    String[] parts = line.split(" ", -1);
    boolean method = parts[0].equals("*") || parts[0].equals(route.method());
    boolean below =
        parts[1].endsWith(REST)
            && route.pattern().startsWith(parts[1].substring(0, parts[1].length() - 2));
    return method && (below || parts[1].equals(route.pattern()));
  }

  /** As it is served. */
  JsonNode document() {
    return Json.mapper()
        .createObjectNode()
        .put("id", id)
        .put("fidelity", fidelity.name())
        .put("behaviour", behaviour)
        .put("source", source)
        .put("date", date.toString())
        .set("routes", Json.mapper().valueToTree(routes));
  }

  /** As it stands on a page. */
  Sourced sourced() {
    return new Sourced(fidelity.key(), id, behaviour, source, date.toString(), routes);
  }

  private static Behaviour read(JsonNode entry) {
    return new Behaviour(
        text(entry, "id"),
        Fidelity.valueOf(text(entry, "fidelity")),
        text(entry, "behaviour"),
        text(entry, "source"),
        LocalDate.parse(text(entry, "date")),
        Reliance.parse(text(entry, "when")),
        members(entry.path("routes")).map(JsonNode::asText).toList());
  }

  private static String text(JsonNode entry, String name) {
    String text = entry.path(name).asText("");
    if (text.isBlank()) {
      throw new IllegalStateException("An entry of the manifest has no " + name + ": " + entry);
    }
    return text;
  }

  private static Stream<JsonNode> members(JsonNode list) {
    return list.valueStream();
  }
}
