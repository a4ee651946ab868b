package vn.eid.internal.fhir;

import com.fasterxml.jackson.core.JsonToken;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import vn.eid.internal.Operation;

/**
 * A FHIR Bundle (R4), such as a page of a search, read as it arrives: each resource is given as
 * soon as it is complete. Nothing but the resource at hand is kept, and none above the limit. Total
 * and link may stand before or after the entries. To be closed.
 */
public final class BundleReader implements AutoCloseable {
  /** The most that is kept of an answer: far above an honest resource. */
  public static final int MAX_RESOURCE_BYTES = 8 << 20;

  private enum Place {
    BEFORE,
    BUNDLE,
    ENTRIES,
    ENTRY,
    AFTER
  }

  private final Tape tape;
  private final Tokens tokens;
  private final BundleMembers members;
  private final String kind;
  private Place place = Place.BEFORE;

  /**
   * Begins.
   *
   * @param kind what the Bundle must be, such as {@code searchset}
   */
  public BundleReader(Operation operation, InputStream body, String kind) {
    this.tape = new Tape(operation, body, MAX_RESOURCE_BYTES);
    this.tokens = new Tokens(operation, tape);
    this.members = new BundleMembers(tokens);
    this.kind = kind;
  }

  /** The next resource of the page; empty at its end. */
  public Optional<Resource> next() {
    while (place != Place.AFTER) {
      Optional<Resource> resource = step();
      if (resource.isPresent()) {
        return resource;
      }
    }
    return Optional.empty();
  }

  /** How many matches there are on all pages, where the provider says so; known at the end. */
  public OptionalLong total() {
    return members.total();
  }

  /** The link to the next page as it is written; known at the end. */
  public Optional<String> nextLink() {
    return members.next();
  }

  private Optional<Resource> step() {
    switch (place) {
      case BEFORE -> begin();
      case BUNDLE -> member();
      case ENTRIES -> entry();
      default -> {
        return entryMember();
      }
    }
    return Optional.empty();
  }

  private void begin() {
    if (tokens.next() != JsonToken.START_OBJECT) {
      throw tokens.malformed("is not a JSON object");
    }
    place = Place.BUNDLE;
  }

  private void member() {
    if (!tokens.nextMember()) {
      end();
    } else if (!tokens.name().equals("entry")) {
      members.read(tokens.name());
    } else if (tokens.next() == JsonToken.START_ARRAY) {
      place = Place.ENTRIES;
    } else {
      throw tokens.malformed("has no list of entries");
    }
  }

  private void entry() {
    JsonToken token = tokens.next();
    if (token != JsonToken.START_OBJECT && token != JsonToken.END_ARRAY) {
      throw tokens.malformed("has an entry that is no object");
    }
    place = token == JsonToken.START_OBJECT ? Place.ENTRY : Place.BUNDLE;
  }

  private Optional<Resource> entryMember() {
    if (!tokens.nextMember()) {
      place = Place.ENTRIES;
      return Optional.empty();
    }
    boolean resource = tokens.name().equals("resource");
    JsonToken value = tokens.next();
    if (!resource) {
      tokens.pass(value);
      return Optional.empty();
    }
    if (value != JsonToken.START_OBJECT) {
      throw tokens.malformed("has a resource that is no object");
    }
    return Optional.of(resource());
  }

  private Resource resource() {
    long start = tokens.start();
    ResourceFacts facts = new ResourceReader(tokens).read();
    long end = tokens.end();
    byte[] json = tape.between(start, end);
    tape.cut(end);
    return new Resource(facts, json);
  }

  private void end() {
    long end = tokens.end();
    if (tokens.next() != null) {
      throw tokens.malformed("goes on after its end");
    }
    tape.cut(end);
    members.checkKind(kind);
    place = Place.AFTER;
  }

  @Override
  public void close() {
    tokens.close();
  }
}
