package vn.eid.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the SDK's messages are made of: maps, lists, texts, numbers and truth values, and nothing
 * else. So no class is ever bound to JSON by reflection, which a native image would have to be told
 * of, class by class.
 */
final class PlainValues {
  private PlainValues() {}

  static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      writeObject(out, map);
    } else if (value instanceof Collection<?> list) {
      writeArray(out, list);
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value == null) {
      out.writeNull();
    } else {
      writeNumber(out, value);
    }
  }

  private static void writeObject(JsonGenerator out, Map<?, ?> map) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> member : map.entrySet()) {
      out.writeFieldName((String) member.getKey());
      write(out, member.getValue());
    }
    out.writeEndObject();
  }

  private static void writeArray(JsonGenerator out, Collection<?> list) throws IOException {
    out.writeStartArray();
    for (Object item : list) {
      write(out, item);
    }
    out.writeEndArray();
  }

  private static void writeNumber(JsonGenerator out, Object value) throws IOException {
    if (value instanceof Integer || value instanceof Long) {
      out.writeNumber(((Number) value).longValue());
    } else if (value instanceof BigInteger number) {
      out.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      out.writeNumber(number);
    } else {
      throw new IllegalStateException("A message of the SDK holds a " + value.getClass().getName());
    }
  }

  /** The members of an object, in their order. */
  static Map<String, Object> members(JsonNode object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), read(member.getValue())));
    return members;
  }

  private static @Nullable Object read(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> members(node);
      case ARRAY -> items(node);
      case STRING -> node.textValue();
      case NUMBER -> node.numberValue();
      case BOOLEAN -> node.booleanValue();
      default -> null;
    };
  }

  private static List<Object> items(JsonNode array) {
    List<Object> items = new ArrayList<>();
    array.forEach(item -> items.add(read(item)));
    return items;
  }
}
