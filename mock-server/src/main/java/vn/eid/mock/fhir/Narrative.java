package vn.eid.mock.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/** The text that a person reads where a program cannot show the data. */
final class Narrative {
  private Narrative() {}

  static ObjectNode of(List<String> lines) {
    String items =
        lines.stream()
            .map(line -> "<li>" + escape(line) + "</li>")
            .collect(Collectors.joining("", "<ul>", "</ul>"));
    return div(items);
  }

  static ObjectNode of(String line) {
    return div("<p>" + escape(line) + "</p>");
  }

  private static ObjectNode div(String content) {
    return Resource.object()
        .put("status", "generated")
        .put(
            "div", "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\">" + content + "</div>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
