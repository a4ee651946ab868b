package vn.eid.mock.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a file of citizens: all of it, or a sentence for each thing that is wrong with it. */
final class CitizensFile {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int MOST_MISTAKES = 50;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CitizensFile() {}

  static List<Person> builtIn() {
    try (InputStream in = Citizens.class.getResourceAsStream("/vn/eid/mock/citizens.json")) {
      if (in == null) {
        throw new IllegalStateException("The jar of the mock lacks vn/eid/mock/citizens.json.");
      }
      return parse("citizens.json", in.readAllBytes(), LocalDate.MAX);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Person> read(Path file, LocalDate today) {
    try (InputStream in = Files.newInputStream(file)) {
      // Not by the size that it is said to have: a device or a pipe has none, and no end.
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new CitizensFileException(
            file + " is larger than 16 MB; --generate makes many people without a file.");
      }
      return parse(file.toString(), bytes, today);
    } catch (IOException e) {
      throw new CitizensFileException(
          file + " cannot be read: is it a file that exists, and may you read it?");
    }
  }

  private static List<Person> parse(String file, byte[] bytes, LocalDate today) {
    String text = text(file, bytes);
    Members members =
        new Members(
            tree(file, text),
            "",
            (place, reason) ->
                new CitizensFileException(
                    "%s: %s: %s %s."
                        .formatted(file, JsonPlace.of(text, place).text(), place, reason)));
    return people(members.only("$schema", "citizens"), today);
  }

  private static String text(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new CitizensFileException(
          file + ": line 1, column 1: not JSON in UTF-8; save it in that encoding.");
    }
  }

  private static JsonNode tree(String file, String text) {
    try {
      JsonNode root = MAPPER.readTree(text);
      if (root.isObject()) {
        return root;
      }
      throw new CitizensFileException(file + ": line 1, column 1: the file is not a JSON object.");
    } catch (JsonProcessingException e) {
      throw new CitizensFileException(
          file + ": " + new JsonPlace(e.getLocation()).text() + ": not JSON, " + why(e) + ".");
    }
  }

  private static List<Person> people(Members file, LocalDate today) {
    List<RuntimeException> mistakes = new ArrayList<>();
    Map<String, Person> people = new LinkedHashMap<>();
    for (Members row : file.objects("citizens")) {
      try {
        Person person = PersonRow.read(row, today);
        if (people.put(person.number(), person) != null) {
          mistakes.add(
              row.refuse("number", "stands in the file twice; a number belongs to one citizen"));
        }
      } catch (CitizensFileException first) {
        mistakes.addAll(PersonRow.mistakes(row, first));
      }
    }
    if (people.isEmpty() && mistakes.isEmpty()) {
      mistakes.add(file.refuse("citizens", "is empty; give at least one citizen"));
    }
    refuse(mistakes);
    return List.copyOf(people.values());
  }

  private static void refuse(List<RuntimeException> mistakes) {
    if (!mistakes.isEmpty()) {
      String lines =
          mistakes.stream()
              .limit(MOST_MISTAKES)
              .map(Throwable::getMessage)
              .collect(Collectors.joining("\n"));
      int more = mistakes.size() - MOST_MISTAKES;
      throw new CitizensFileException(more > 0 ? lines + "\nAnd " + more + " more." : lines);
    }
  }

  private static String why(JsonProcessingException e) {
    String line = e.getOriginalMessage().lines().findFirst().orElse("");
    // Jackson would point to its own source, which is not shown.
    return line.replaceAll(" \\(start marker.*", "");
  }
}
