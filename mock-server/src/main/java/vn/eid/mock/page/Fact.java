package vn.eid.mock.page;

import java.util.List;

/**
 * One line of a list of facts.
 *
 * @param name the key of what it is, in {@link Texts}
 * @param values ready to be read; mostly one
 */
public record Fact(String name, List<String> values) {

  public Fact(String name, String value) {
    this(name, List.of(value));
  }
}
