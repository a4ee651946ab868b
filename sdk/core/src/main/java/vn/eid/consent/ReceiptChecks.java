package vn.eid.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.SignedDocument;
import vn.eid.internal.json.Fields;

/**
 * The checks of a consent receipt (fields after ISO/IEC TS 27560; the form is ASSUMED). What the
 * receipt says counts, not what the envelope around it says, because only the receipt is signed.
 */
final class ReceiptChecks {
  private static final Set<String> TYPES = Set.of("consent-receipt+jwt");

  private final Operation operation;
  private final Connection connection;

  ReceiptChecks(Operation operation, Connection connection) {
    this.operation = operation;
    this.connection = connection;
  }

  Receipt verify(String compact, ConsentId asked) {
    Fields claims =
        new SignedDocument(operation, "The consent receipt", compact)
            .open(connection.provider().registryKeys(), TYPES);
    check1Issuer(claims);
    check2Recipient(claims);
    check3Consent(claims, asked);
    Instant granted = check4GrantedInThePast(claims);
    Instant expires = check5NotExpired(claims);
    return new Receipt(
        compact, granted, expires, purpose(claims), check6DataSets(claims), period(claims));
  }

  private void check1Issuer(Fields claims) {
    String registry = connection.provider().national(operation).registryIssuer();
    require(
        claims.text("iss").equals(Optional.of(registry)), Check.ISSUER, "is by another registry");
  }

  private void check2Recipient(Fields claims) {
    boolean ours = claims.textOrTexts("aud").equals(List.of(connection.clientId()));
    require(ours, Check.AUDIENCE, "was given to another recipient");
  }

  private void check3Consent(Fields claims, ConsentId asked) {
    boolean same = claims.text("consent_id").equals(Optional.of(asked.value()));
    require(same, Check.CONSENT, "is about another consent");
  }

  private Instant check4GrantedInThePast(Fields claims) {
    Instant granted = time(claims, "granted_at");
    Instant limit = connection.clock().instant().plus(connection.skew());
    require(!granted.isAfter(limit), Check.EXPIRY, "was granted in the future");
    return granted;
  }

  private Instant check5NotExpired(Fields claims) {
    Instant expires = time(claims, "exp");
    Instant limit = connection.clock().instant().minus(connection.skew());
    require(
        expires.isAfter(limit), Check.EXPIRY, "has expired, though the consent is called active");
    return expires;
  }

  private Set<String> check6DataSets(Fields claims) {
    Set<String> names = new LinkedHashSet<>(claims.texts("data_sets"));
    require(!names.isEmpty(), Check.FORMAT, "names no data set");
    return Collections.unmodifiableSet(names);
  }

  private String purpose(Fields claims) {
    return claims
        .object("purpose")
        .orElseThrow(() -> operation.untrusted(Check.FORMAT, "The consent receipt has no purpose."))
        .requiredText("code");
  }

  private Optional<Period> period(Fields claims) {
    return claims.object("period").map(this::days);
  }

  private Period days(Fields period) {
    try {
      return Period.between(
          LocalDate.parse(period.requiredText("from")), LocalDate.parse(period.requiredText("to")));
    } catch (DateTimeParseException | InvalidRequestException e) {
      throw operation.untrusted(Check.FORMAT, "The consent receipt has no usable period.");
    }
  }

  private Instant time(Fields claims, String name) {
    return claims
        .seconds(name)
        .orElseThrow(
            () -> operation.untrusted(Check.EXPIRY, "The consent receipt lacks " + name + "."));
  }

  private void require(boolean holds, Check check, String problem) {
    if (!holds) {
      throw operation.untrusted(check, "The consent receipt " + problem + ".");
    }
  }
}
