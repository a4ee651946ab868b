package vn.eid.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.json.Fields;

/** What must hold of everything that the registry signs for this application. */
public final class SignedStatementChecks {
  private final Operation operation;
  private final Connection connection;
  private final String what;

  /**
   * Begins.
   *
   * @param what names the statement in errors, such as "The consent receipt"
   */
  public SignedStatementChecks(Operation operation, Connection connection, String what) {
    this.operation = operation;
    this.connection = connection;
    this.what = what;
  }

  public void issuer(Fields claims) {
    String registry = connection.provider().national(operation).registryIssuer();
    require(
        claims.text("iss").equals(Optional.of(registry)), Check.ISSUER, "is by another registry");
  }

  public void recipient(Fields claims) {
    boolean ours = claims.textOrTexts("aud").equals(List.of(connection.clientId()));
    require(ours, Check.AUDIENCE, "was given to another recipient");
  }

  /** Clocks differ a little, so a little into the future counts as now. */
  public void inThePast(Instant time, String problem) {
    Instant limit = connection.clock().instant().plus(connection.skew());
    require(!time.isAfter(limit), Check.EXPIRY, problem);
  }

  public void require(boolean holds, Check check, String problem) {
    if (!holds) {
      throw operation.untrusted(check, what + " " + problem + ".");
    }
  }
}
