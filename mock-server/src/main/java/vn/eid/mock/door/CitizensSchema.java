package vn.eid.mock.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.eid.mock.endpoint.ErrorStyle;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.endpoint.Route;

/** The JSON Schema of a file of citizens, for editors and for those who write one by program. */
final class CitizensSchema {
  static final String PATH = "/citizens.schema.json";

  private static final String RESOURCE = "/vn/eid/mock" + PATH;

  private CitizensSchema() {}

  static Route route() {
    byte[] schema = read();
    return new Route(
        "GET",
        PATH,
        exchange -> Reply.typed(200, "application/schema+json", schema),
        ErrorStyle.PROBLEM);
  }

  private static byte[] read() {
    try (InputStream in = CitizensSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The jar of the mock lacks " + RESOURCE + ".");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
