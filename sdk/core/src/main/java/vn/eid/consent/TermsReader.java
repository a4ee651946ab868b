package vn.eid.consent;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** Reads the terms of a consent (members after ISO/IEC TS 27560; their names are ASSUMED). */
final class TermsReader {
  private static final long MAX_SECONDS = Duration.ofDays(200 * 365).toSeconds();
  private static final int MAX_NAMES = 100;

  private final Operation operation;

  TermsReader(Operation operation) {
    this.operation = operation;
  }

  /** What was asked, as the member {@code asked} says. */
  ConsentTerms asked(Fields document) {
    Fields asked = required(document, "asked");
    return terms(asked, duration(asked, "valid_for").orElseThrow(() -> unusable("time")));
  }

  /** What was granted for a time, as the members of a receipt say. */
  ConsentTerms granted(Fields receipt, Duration validity) {
    return terms(receipt, validity);
  }

  private ConsentTerms terms(Fields fields, Duration validity) {
    return new ConsentTerms(
        purpose(required(fields, "purpose")),
        new ConsentTerms.Scope(
            dataSets(fields), validity, fields.object("period").map(this::days), uses(fields)),
        new ConsentTerms.Handling(
            names(fields, "recipients"),
            fields.requiredFlag("cross_border"),
            duration(fields, "retention"),
            notice(required(fields, "notice"))));
  }

  private ConsentTerms.Wording purpose(Fields purpose) {
    Fields text = required(purpose, "text");
    return new ConsentTerms.Wording(
        purpose.requiredText("code"), text.requiredText("vi"), text.requiredText("en"));
  }

  private ConsentTerms.NoticeMark notice(Fields notice) {
    Fields hashes = required(notice, "sha256");
    return new ConsentTerms.NoticeMark(
        notice.requiredText("version"), hashes.requiredText("vi"), hashes.requiredText("en"));
  }

  private Set<String> dataSets(Fields fields) {
    Set<String> names = names(fields, "data_sets");
    if (names.isEmpty()) {
      throw unusable("data set");
    }
    return names;
  }

  /** Plain words, because they are printed. */
  private Set<String> names(Fields fields, String member) {
    List<String> names = fields.texts(member);
    if (names.size() > MAX_NAMES
        || !names.stream().allMatch(name -> name.matches("[A-Za-z0-9._-]{1,64}"))) {
      throw unusable("names");
    }
    return Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  private Period days(Fields period) {
    try {
      return Period.between(
          LocalDate.parse(period.requiredText("from")), LocalDate.parse(period.requiredText("to")));
    } catch (DateTimeParseException | InvalidRequestException e) {
      throw unusable("period");
    }
  }

  private OptionalInt uses(Fields fields) {
    Optional<Long> uses = fields.integer("uses");
    if (uses.isEmpty()) {
      return OptionalInt.empty();
    }
    long times = uses.get();
    if (times < 1 || times > Integer.MAX_VALUE) {
      throw unusable("number of uses");
    }
    return OptionalInt.of((int) times);
  }

  private Optional<Duration> duration(Fields fields, String member) {
    return fields
        .integer(member)
        .map(
            seconds -> {
              if (seconds < 1 || seconds > MAX_SECONDS) {
                throw unusable("time");
              }
              return Duration.ofSeconds(seconds);
            });
  }

  private Fields required(Fields fields, String member) {
    return fields.object(member).orElseThrow(() -> unusable(member));
  }

  private UntrustedException unusable(String what) {
    return operation.untrusted(Check.FORMAT, "The consent's terms have no usable " + what + ".");
  }
}
