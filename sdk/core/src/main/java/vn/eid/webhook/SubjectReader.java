package vn.eid.webhook;

import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** Reads whom an event is about: the claim {@code sub_id} (RFC 9493, section 4.1). */
final class SubjectReader {
  private static final String FORMAT = "format";
  private static final int MAX_NAME = 255;

  /** Whom or what, one of them at least. */
  record Subject(Optional<String> citizen, Optional<String> session) {}

  private final Operation operation;
  private final String issuer;
  private final Fields claims;

  /**
   * Begins.
   *
   * @param issuer the login provider, whose pseudonyms name the citizens
   */
  SubjectReader(Operation operation, String issuer, Fields claims) {
    this.operation = operation;
    this.issuer = issuer;
    this.claims = claims;
  }

  /** The subject; empty where it is named in a way that is not known here. */
  Optional<Subject> read() {
    Fields subject =
        claims.object("sub_id").orElseThrow(() -> nobody("does not say whom it is about"));
    return switch (subject.requiredText(FORMAT)) {
      case "iss_sub" -> Optional.of(new Subject(citizen(subject), Optional.empty()));
      case "complex" -> complex(subject);
      default -> Optional.empty();
    };
  }

  /** OpenID Shared Signals Framework 1.0, section 3.2: a session of a user, or all of them. */
  private Optional<Subject> complex(Fields subject) {
    Optional<String> user =
        subject
            .object("user")
            .filter(named -> named.text(FORMAT).equals(Optional.of("iss_sub")))
            .flatMap(this::citizen);
    Optional<String> session =
        subject
            .object("session")
            .filter(named -> named.text(FORMAT).equals(Optional.of("opaque")))
            .map(named -> usable(named.requiredText("id")));
    // A part that is not understood may narrow what is meant: all of it is, or none.
    boolean understood =
        (user.isPresent() == subject.has("user"))
            && (session.isPresent() == subject.has("session"))
            && (user.isPresent() || session.isPresent())
            && subject.names().stream()
                .allMatch(n -> n.equals(FORMAT) || n.equals("user") || n.equals("session"));
    return understood ? Optional.of(new Subject(user, session)) : Optional.empty();
  }

  private Optional<String> citizen(Fields subject) {
    if (!subject.requiredText("iss").equals(issuer)) {
      throw nobody("is about somebody of another provider");
    }
    return Optional.of(usable(subject.requiredText("sub")));
  }

  private String usable(String name) {
    if (name.isEmpty() || name.length() > MAX_NAME) {
      throw nobody("has no usable name for whom it is about");
    }
    return name;
  }

  private UntrustedException nobody(String problem) {
    return operation.untrusted(Check.SUBJECT, "The event " + problem + ".");
  }
}
