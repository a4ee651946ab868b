package vn.eid.mock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.eid.mock.endpoint.Json;

/** Reads the JSON files that lie beside this package's classes. */
final class ContractFile {

  private ContractFile() {}

  static JsonNode read(String name) {
    try (InputStream in = ContractFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The file " + name + " is missing in this build.");
      }
      return Json.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
