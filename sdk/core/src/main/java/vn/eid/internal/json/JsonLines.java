package vn.eid.internal.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes flat JSON objects, one a line, without a tree or a map for each: millions of rows are
 * written so. Names of members are plain words.
 */
public final class JsonLines {
  private final JsonStringEncoder quoting = JsonStringEncoder.getInstance();
  private final StringBuilder lines = new StringBuilder(1 << 16);

  /** Begins a line. */
  public JsonLines begin() {
    lines.append('{');
    return this;
  }

  public JsonLines text(String name, String value) {
    member(name);
    quote(value);
    return this;
  }

  public JsonLines number(String name, long value) {
    member(name);
    lines.append(value);
    return this;
  }

  public JsonLines texts(String name, List<String> values) {
    member(name);
    lines.append('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        lines.append(',');
      }
      quote(values.get(i));
    }
    lines.append(']');
    return this;
  }

  /** Ends a line. */
  public JsonLines end() {
    lines.append("}\n");
    return this;
  }

  /** All lines, each with its end. */
  public byte[] bytes() {
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void member(String name) {
    if (lines.charAt(lines.length() - 1) != '{') {
      lines.append(',');
    }
    lines.append('"').append(name).append("\":");
  }

  private void quote(String value) {
    lines.append('"');
    quoting.quoteAsString(value, lines);
    lines.append('"');
  }
}
