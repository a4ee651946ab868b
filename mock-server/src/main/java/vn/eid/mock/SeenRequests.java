package vn.eid.mock;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.trace.Masked;

/**
 * Says which of the requests that reached the mock server a test asks for. Values are compared as
 * they are; {@link #toString}, and what a failed test prints, show secrets and personal data
 * masked. Immutable, safe for use by several threads.
 */
public final class SeenRequests {
  private final List<Condition> conditions;

  private record Condition(
      String what, String name, String wanted, Function<SeenRequest, Optional<String>> actual) {

    boolean holds(SeenRequest request) {
      return actual.apply(request).filter(wanted::equals).isPresent();
    }

    String words() {
      return what + shown(wanted);
    }

    String difference(SeenRequest request) {
      return what + actual.apply(request).map(this::shown).orElse(" is absent");
    }

    private String shown(String value) {
      return " is " + (name.isEmpty() ? Masked.text(value) : Masked.value(name, value));
    }
  }

  private SeenRequests(List<Condition> conditions) {
    this.conditions = conditions;
  }

  /** Requests of a method to a path, such as {@code to("POST", "/token")}; without the query. */
  public static SeenRequests to(String method, String path) {
    return new SeenRequests(List.of())
        .and("the method", "", method, request -> Optional.of(request.method()))
        .and("the path", "", path, request -> Optional.of(request.path()));
  }

  /** Of these, the ones with a parameter of this value in their form. */
  public SeenRequests withForm(String name, String value) {
    return and("the form's " + name, name, value, request -> request.form(name));
  }

  /** Of these, the ones with a parameter of this value in their query. */
  public SeenRequests withQuery(String name, String value) {
    return and("the query's " + name, name, value, request -> request.query(name));
  }

  /** Of these, the ones with a header of this value; its first one, where there are several. */
  public SeenRequests withHeader(String name, String value) {
    return and("the header " + name, name, value, request -> request.header(name));
  }

  /**
   * Of these, the ones with this value in their JSON body.
   *
   * @param pointer where it stands, such as {@code /purpose/code} (RFC 6901)
   * @param value as text, a number in its shortest form
   * @throws IllegalArgumentException if the pointer is none
   */
  public SeenRequests withJson(String pointer, String value) {
    JsonPointer compiled = JsonPointer.compile(pointer);
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    return and("the body's " + pointer, name, value, request -> json(request, compiled));
  }

  /** Of these, the ones that were answered with this status. */
  public SeenRequests answered(int status) {
    return and(
        "the status",
        "",
        Integer.toString(status),
        request -> Optional.of(Integer.toString(request.status())));
  }

  private SeenRequests and(
      String what, String name, String wanted, Function<SeenRequest, Optional<String>> actual) {
    List<Condition> more = new ArrayList<>(conditions);
    more.add(new Condition(what, name, wanted, actual));
    return new SeenRequests(List.copyOf(more));
  }

  private static Optional<String> json(SeenRequest request, JsonPointer pointer) {
    try {
      return Optional.of(Json.mapper().readTree(request.body()).at(pointer))
          .filter(node -> node.isValueNode() && !node.isMissingNode())
          .map(node -> node.asText());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  List<SeenRequest> of(List<SeenRequest> all) {
    return all.stream().filter(this::fits).toList();
  }

  /**
   * The one request that fits.
   *
   * @throws AssertionError if none does or several do; it says what was sent instead
   */
  SeenRequest one(List<SeenRequest> all) {
    List<SeenRequest> fitting = of(all);
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    String found = fitting.isEmpty() ? "No request" : fitting.size() + " requests, not one,";
    throw new AssertionError(found + " of which " + this + ". " + instead(all));
  }

  private String instead(List<SeenRequest> all) {
    return all.isEmpty()
        ? "Nothing was sent."
        : all.stream()
            .skip(Math.max(0, all.size() - 20L))
            .map(request -> "\n  " + line(request))
            .collect(Collectors.joining("", "What was sent, the newest last:", ""));
  }

  private String line(SeenRequest request) {
    String name = request.method() + " " + Masked.path(request.path()) + " " + request.status();
    return conditions.stream()
        .skip(2)
        .filter(condition -> sameRoute(request) && !condition.holds(request))
        .map(condition -> condition.difference(request))
        .collect(Collectors.joining(", ", name + ": ", ""))
        .replaceFirst(": $", "");
  }

  private boolean sameRoute(SeenRequest request) {
    return conditions.stream().limit(2).allMatch(condition -> condition.holds(request));
  }

  private boolean fits(SeenRequest request) {
    return conditions.stream().allMatch(condition -> condition.holds(request));
  }

  /** What is asked for, such as {@code the method is POST and the path is /token}. */
  @Override
  public String toString() {
    return conditions.stream().map(Condition::words).collect(Collectors.joining(" and "));
  }
}
