package vn.eid.records;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.EncryptedDocument;
import vn.eid.internal.jose.SignedContent;
import vn.eid.internal.jose.SignedDocument;
import vn.eid.internal.json.Fields;

/**
 * The checks of an answer that is signed by the registry and encrypted to this application (nested
 * JWE, RFC 7519 section 11.2; the header's members are ASSUMED). Nothing of it is handed out before
 * all of it was verified, so it is read whole.
 */
final class EncryptedAnswer {
  static final String MEDIA_TYPE = "application/jose";

  /** A page of two hundred resources has room in it several times. */
  static final int MAX_LENGTH = 16 << 20;

  private static final String WHAT = "The encrypted answer";
  private static final Set<String> CONTENT_TYPES = Set.of("JOSE");
  private static final Set<String> TYPES = Set.of("vn-records+jose");

  /** How old an answer to a request of just now can be. */
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final Operation operation;
  private final Connection connection;
  private final PullRequest<?> request;

  EncryptedAnswer(Operation operation, Connection connection, PullRequest<?> request) {
    this.operation = operation;
    this.connection = connection;
    this.request = request;
  }

  /** The JSON within. */
  byte[] open(byte[] body, HttpUrl asked) {
    String compact = new String(body, StandardCharsets.US_ASCII);
    String signed =
        new EncryptedDocument(operation, WHAT, compact, CONTENT_TYPES, MAX_LENGTH)
            .open(connection.decryption());
    SignedContent content =
        new SignedDocument(operation, WHAT, signed, MAX_LENGTH)
            .content(connection.provider().registryKeys(), TYPES);
    check1Recipient(content.header());
    check2Consent(content.header());
    check3DataSet(content.header());
    check4Request(content.header(), asked);
    check5Time(content.header());
    return content.payload();
  }

  private void check1Recipient(Fields header) {
    boolean ours = header.textOrTexts("aud").equals(List.of(connection.clientId()));
    require(ours, Check.AUDIENCE, "was made for another recipient");
  }

  private void check2Consent(Fields header) {
    boolean same = header.requiredText("consent_id").equals(request.consent.id().value());
    require(same, Check.CONSENT, "is about another consent");
  }

  private void check3DataSet(Fields header) {
    boolean same = header.requiredText("data_set").equals(request.dataSet.name());
    require(same, Check.CONSENT, "is about another data set");
  }

  /** Otherwise somebody could hide a page by giving another one twice. */
  private void check4Request(Fields header, HttpUrl asked) {
    boolean same = header.requiredText("url").equals(asked.toString());
    require(same, Check.REPLAY, "was the answer to another request");
  }

  private void check5Time(Fields header) {
    Instant now = connection.clock().instant();
    boolean fresh =
        header
            .seconds("iat")
            .filter(made -> !made.isAfter(now.plus(connection.skew())))
            .filter(made -> made.isAfter(now.minus(connection.skew()).minus(MAX_AGE)))
            .isPresent();
    require(fresh, Check.EXPIRY, "was not made just now");
  }

  private void require(boolean holds, Check check, String problem) {
    if (!holds) {
      throw operation.untrusted(check, WHAT + " " + problem + ".");
    }
  }
}
