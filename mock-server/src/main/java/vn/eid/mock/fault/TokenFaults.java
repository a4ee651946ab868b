package vn.eid.mock.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.Fault;
import vn.eid.mock.endpoint.Endpoint;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;

/** Stands before the token endpoint and spoils its good answers; a refusal stays a refusal. */
public final class TokenFaults implements Endpoint {
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private final Faults faults;
  private final Endpoint token;

  public TokenFaults(Faults faults, Endpoint token) {
    this.faults = faults;
    this.token = token;
  }

  @Override
  public Reply answer(Exchange exchange) {
    if (faults.fires(Fault.TOKEN_RATE_LIMITED)) {
      throw Refusal.of(429, "temporarily_unavailable", "Too many requests; try again in 7 seconds.")
          .header("Retry-After", "7");
    }
    Reply good = token.answer(exchange);
    if (faults.fires(Fault.TOKEN_CONNECTION_RESET)) {
      return Reply.connectionReset();
    }
    if (faults.fires(Fault.TOKEN_RESPONSE_HTML)) {
      return Reply.html(200, "<!DOCTYPE html><title>Maintenance</title><p>Back soon.");
    }
    if (faults.fires(Fault.TOKEN_RESPONSE_REDIRECT)) {
      return new Reply(302, good.headers(), new byte[0]).with("Location", "/jwks");
    }
    return changed(good);
  }

  private Reply changed(Reply good) {
    Map<String, Object> members = new LinkedHashMap<>();
    Json.object(good.body()).properties().forEach(m -> members.put(m.getKey(), m.getValue()));
    if (faults.fires(Fault.TOKEN_TYPE_BEARER)) {
      members.put("token_type", "Bearer");
    }
    if (faults.fires(Fault.TOKEN_TYPE_LOWER_CASE)) {
      members.put("token_type", "dpop");
    }
    if (faults.fires(Fault.TOKEN_TYPE_MISSING)) {
      members.remove("token_type");
    }
    if (faults.fires(Fault.TOKEN_RESPONSE_WITHOUT_TOKEN)) {
      members.remove("access_token");
    }
    if (faults.fires(Fault.TOKEN_RESPONSE_EXPIRED)) {
      members.put("expires_in", 0);
    }
    if (faults.fires(Fault.TOKEN_RESPONSE_WITHOUT_EXPIRY)) {
      members.remove("expires_in");
    }
    if (faults.fires(Fault.TOKEN_RESPONSE_OVERSIZED)) {
      members.put("padding", "x".repeat(TEN_MEGABYTES));
    }
    return new Reply(good.status(), good.headers(), Json.bytes(members));
  }
}
