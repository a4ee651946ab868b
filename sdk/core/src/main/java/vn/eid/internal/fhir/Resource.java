package vn.eid.internal.fhir;

import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/** One FHIR resource as the provider wrote it, and what a pull must know of it. Prints its type. */
public final class Resource {
  /** A tree takes many times the room of its text. */
  private static final int MAX_TREE = 1 << 20;

  private final ResourceFacts facts;
  private final byte[] json;

  Resource(ResourceFacts facts, byte[] json) {
    this.facts = facts;
    this.json = json;
  }

  /** A plain word. */
  public String type() {
    return facts.type();
  }

  public Optional<String> id() {
    return facts.id();
  }

  /** The reference to the person it is about, as it is written. */
  public Optional<String> patient() {
    return facts.patient();
  }

  /** Whether parts of it were left out ({@code meta.security} has REDACTED). */
  public boolean isRedacted() {
    return facts.redacted();
  }

  /** The bytes between its braces, the braces included: checked UTF-8. */
  public byte[] json() {
    return json;
  }

  /** Its members, as a tree: for the few small resources that are about the others. */
  public Fields fields(Operation operation) {
    if (json.length > MAX_TREE) {
      throw operation.untrusted(Check.SIZE, "A FHIR resource about the others is too large.");
    }
    return Json.object(operation, "A FHIR resource", json);
  }

  @Override
  public String toString() {
    return "Resource[" + type() + "]";
  }
}
