package vn.eid.internal.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

/** The tokens of one JSON document from outside, strict: depth, names twice, text after the end. */
final class Tokens implements AutoCloseable {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NAME = 256;

  /** The parser keeps each name that it meets, and FHIR has far fewer. */
  private static final int MAX_NAMES = 20_000;

  private static final int FREQUENT = 256;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNameLength(MAX_NAME)
                  .build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final Operation operation;
  private final JsonParser parser;
  private final MemberNames[] names = new MemberNames[MAX_DEPTH + 1];
  private final Set<String> met = new HashSet<>();

  /** A few of them, by their hash: the same names come by the million, and are found here first. */
  private final @Nullable String[] frequent = new String[FREQUENT];

  private int depth;

  Tokens(Operation operation, Tape tape) {
    this.operation = operation;
    try {
      this.parser = FACTORY.createParser(tape);
    } catch (IOException e) {
      throw refused(e);
    }
    if (!(parser instanceof UTF8StreamJsonParser)) {
      throw malformed("is not UTF-8");
    }
    for (int i = 0; i < names.length; i++) {
      names[i] = new MemberNames();
    }
  }

  /** The next token; null after the last. */
  @Nullable JsonToken next() {
    JsonToken token;
    try {
      token = parser.nextToken();
    } catch (IOException e) {
      throw refused(e);
    }
    if (token == JsonToken.FIELD_NAME) {
      checkName(name());
    } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      names[++depth].clear();
    } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
      depth--;
    }
    return token;
  }

  private void checkName(String name) {
    if (!names[depth].add(name)) {
      throw malformed("has a member twice");
    }
    int slot = name.hashCode() & (FREQUENT - 1);
    if (!name.equals(frequent[slot])) {
      frequent[slot] = name;
      countName(name);
    }
  }

  private void countName(String name) {
    if (met.add(name) && met.size() > MAX_NAMES) {
      throw operation.untrusted(Check.SIZE, "The FHIR answer has more names than FHIR.");
    }
  }

  /** The next member of an object, its name read; whether there is one. */
  boolean nextMember() {
    return next() == JsonToken.FIELD_NAME;
  }

  String name() {
    try {
      return parser.currentName();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /** Passes over the value that begins with a token. */
  void pass(@Nullable JsonToken first) {
    if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
      return;
    }
    int outside = depth - 1;
    while (depth > outside) {
      if (next() == null) {
        throw malformed("ends too early");
      }
    }
  }

  /** The value that follows, where it is a text; any other is passed over. */
  Optional<String> text() {
    JsonToken token = next();
    if (token != JsonToken.VALUE_STRING) {
      pass(token);
      return Optional.empty();
    }
    try {
      return Optional.of(parser.getText());
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /** The value that follows, which must be a whole number from zero on. */
  long count(String what) {
    if (next() != JsonToken.VALUE_NUMBER_INT) {
      throw malformed("has no usable " + what);
    }
    try {
      long count = parser.getLongValue();
      if (count >= 0) {
        return count;
      }
    } catch (IOException e) {
      // The sentence below says it.
    }
    throw malformed("has no usable " + what);
  }

  /** Where the token begins in the stream. */
  long start() {
    return parser.currentTokenLocation().getByteOffset();
  }

  /** Where the token ends in the stream. */
  long end() {
    return parser.currentLocation().getByteOffset();
  }

  UntrustedException malformed(String problem) {
    return operation.untrusted(Check.FORMAT, "The FHIR answer " + problem + ".");
  }

  /** Jackson's own text would quote the document. Of an encoding it cannot read it says less. */
  private RuntimeException refused(IOException e) {
    return e instanceof JsonProcessingException || e instanceof CharConversionException
        ? malformed("is not JSON, or it is cut off")
        : new UncheckedIOException(e);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
