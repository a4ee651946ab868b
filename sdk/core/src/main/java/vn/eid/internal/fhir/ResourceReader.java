package vn.eid.internal.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a pull must know of a resource in passing: there is no second look at it. */
final class ResourceReader {
  private static final String REDACTED = "REDACTED";
  private static final Pattern TYPE = Pattern.compile("[A-Za-z]{1,64}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  /** It is kept, and goes into positions. */
  private static final int MAX_REFERENCE = 1024;

  private final Tokens tokens;

  private Optional<String> type = Optional.empty();
  private Optional<String> id = Optional.empty();
  private Optional<String> patient = Optional.empty();
  private boolean redacted;

  ResourceReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Reads the object that has just begun, up to its end. */
  ResourceFacts read() {
    while (tokens.nextMember()) {
      member(tokens.name());
    }
    return facts();
  }

  private void member(String name) {
    switch (name) {
      case "resourceType" -> type = tokens.text();
      case "id" -> id = tokens.text();
      case "subject", "patient" -> patient(reference());
      case "meta" -> inObject(tokens.next(), this::meta);
      default -> tokens.pass(tokens.next());
    }
  }

  private void patient(Optional<String> reference) {
    if (reference.filter(text -> text.length() > MAX_REFERENCE).isPresent()) {
      throw tokens.malformed("has a reference that is too long");
    }
    if (patient.isPresent() && reference.isPresent() && !patient.equals(reference)) {
      throw tokens.malformed("has a resource that is about two persons");
    }
    patient = reference.or(() -> patient);
  }

  private ResourceFacts facts() {
    // It is printed, so it must be the plain word that FHIR types are.
    String word =
        type.filter(text -> TYPE.matcher(text).matches())
            .orElseThrow(() -> tokens.malformed("has a resource without a usable type"));
    if (id.filter(text -> !ID.matcher(text).matches()).isPresent()) {
      throw tokens.malformed("has a resource without a usable id");
    }
    return new ResourceFacts(word, id, patient, redacted);
  }

  private Optional<String> reference() {
    Reference reference = new Reference();
    inObject(tokens.next(), reference);
    return reference.text;
  }

  private void meta(String name) {
    JsonToken value = tokens.next();
    if (name.equals("security") && value == JsonToken.START_ARRAY) {
      labels();
    } else {
      tokens.pass(value);
    }
  }

  private void labels() {
    for (JsonToken t = tokens.next(); t != JsonToken.END_ARRAY && t != null; t = tokens.next()) {
      inObject(t, this::label);
    }
  }

  private void label(String name) {
    if (name.equals("code")) {
      redacted |= tokens.text().filter(REDACTED::equals).isPresent();
    } else {
      tokens.pass(tokens.next());
    }
  }

  /** Has the members of an object read; anything else is passed over. */
  private void inObject(@Nullable JsonToken first, Consumer<String> members) {
    if (first != JsonToken.START_OBJECT) {
      tokens.pass(first);
      return;
    }
    while (tokens.nextMember()) {
      members.accept(tokens.name());
    }
  }

  private final class Reference implements Consumer<String> {
    Optional<String> text = Optional.empty();

    @Override
    public void accept(String name) {
      if (name.equals("reference")) {
        text = tokens.text();
      } else {
        tokens.pass(tokens.next());
      }
    }
  }
}
