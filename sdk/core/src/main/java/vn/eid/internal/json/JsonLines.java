package vn.eid.internal.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes JSON objects, one a line, without a tree or a map for each. */
public final class JsonLines {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().rootValueSeparator("\n").build();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final JsonGenerator json;

  public JsonLines() {
    try {
      json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8);
    } catch (IOException e) {
      throw impossible(e);
    }
  }

  /** Begins a line. */
  public JsonLines begin() {
    try {
      json.writeStartObject();
      return this;
    } catch (IOException e) {
      throw impossible(e);
    }
  }

  public JsonLines text(String name, String value) {
    try {
      json.writeStringField(name, value);
      return this;
    } catch (IOException e) {
      throw impossible(e);
    }
  }

  public JsonLines number(String name, long value) {
    try {
      json.writeNumberField(name, value);
      return this;
    } catch (IOException e) {
      throw impossible(e);
    }
  }

  public JsonLines texts(String name, List<String> values) {
    try {
      json.writeArrayFieldStart(name);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
      return this;
    } catch (IOException e) {
      throw impossible(e);
    }
  }

  /** Ends a line. */
  public JsonLines end() {
    try {
      json.writeEndObject();
      return this;
    } catch (IOException e) {
      throw impossible(e);
    }
  }

  /** All lines, each with its end. Nothing can be added after. */
  public byte[] bytes() {
    try {
      json.close();
    } catch (IOException e) {
      throw impossible(e);
    }
    if (bytes.size() > 0) {
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  /** Memory does not fail. */
  private static UncheckedIOException impossible(IOException e) {
    return new UncheckedIOException(e);
  }
}
