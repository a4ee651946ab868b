package vn.eid.mock.page;

import java.util.List;

/** An interface that the server offers, with the JSON schemas that it names. */
public record Interface(
    String name,
    String title,
    String description,
    List<Operation> operations,
    List<Schema> schemas) {

  /** A schema and its name. */
  public record Schema(String name, String json) {}
}
