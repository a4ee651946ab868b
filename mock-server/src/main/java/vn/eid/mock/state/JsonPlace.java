package vn.eid.mock.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a file, as an editor counts: from 1.
 *
 * @param at absent where the parser does not know, because the file as a whole is too much for it
 */
record JsonPlace(@Nullable JsonLocation at) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Where a member stands in a document that is JSON; one that is missing, where the object begins
   * that should have it.
   *
   * @param member such as {@code citizens[3].tax.status}
   */
  static JsonPlace of(String document, String member) {
    String wanted = "/" + member.replace('.', '/').replace("[", "/").replace("]", "");
    try (JsonParser parser = JSON.createParser(document)) {
      return new JsonPlace(nearest(parser, wanted));
    } catch (IOException e) {
      throw new IllegalStateException("It was JSON a moment ago.", e);
    }
  }

  // An object stands before its members, so the last place that leads there is the nearest.
  private static JsonLocation nearest(JsonParser parser, String wanted) throws IOException {
    parser.nextToken();
    JsonLocation nearest = parser.currentTokenLocation();
    int length = 0;
    while (parser.nextToken() != null) {
      String here = parser.getParsingContext().pathAsPointer().toString();
      if (here.length() > length && (wanted.equals(here) || wanted.startsWith(here + "/"))) {
        nearest = parser.currentTokenLocation();
        length = here.length();
      }
    }
    return nearest;
  }

  /** Such as {@code line 3, column 14}. */
  String text() {
    return at == null
        ? "line 1, column 1"
        : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
