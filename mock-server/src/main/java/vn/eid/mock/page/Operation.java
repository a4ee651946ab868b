package vn.eid.mock.page;

import java.util.List;

/**
 * One operation of an interface.
 *
 * @param description what there is to know besides the summary; may be empty
 * @param bodies what is sent
 */
public record Operation(
    String id,
    String method,
    String path,
    String summary,
    String description,
    List<Parameter> parameters,
    List<Body> bodies,
    List<Answer> answers,
    List<Sourced> known) {

  /** A parameter or header. */
  public record Parameter(
      String name, String in, boolean required, String description, String schema) {}

  /**
   * What is sent or answered.
   *
   * @param example may be empty
   */
  public record Body(String type, String schema, String example) {}

  /** What one status means. */
  public record Answer(String status, String description, List<Body> bodies) {}
}
