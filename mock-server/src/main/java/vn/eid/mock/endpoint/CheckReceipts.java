package vn.eid.mock.endpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.fault.CheckFaults;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.PersonCheck;
import vn.eid.mock.state.Secrets;
import vn.eid.mock.state.Statement;

/**
 * What proves to an inspector that a check was made, by whom, why, and what came of it. It holds no
 * name, number or birth date: whoever kept the request can show that it is the one. ASSUMED.
 */
final class CheckReceipts {
  private final MockState state;
  private final CheckFaults signer;

  CheckReceipts(MockState state, CheckFaults signer) {
    this.state = state;
    this.signer = signer;
  }

  Optional<String> of(
      Exchange exchange,
      String clientId,
      String answer,
      PersonCheck check,
      Map<String, Object> audit) {
    Instant now = state.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", state.issuer() + "/registry");
    claims.put("aud", clientId);
    claims.put("iat", now.getEpochSecond());
    claims.put("jti", Secrets.random());
    claims.put("request_hash", Hashes.sha256(exchange.body()));
    claims.put("answer", answer);
    claims.put("statements", check.statements().stream().map(Statement::document).toList());
    claims.put("audit", audit);
    claims.put("answered_at", now.toString());
    return signer.sign(claims);
  }
}
