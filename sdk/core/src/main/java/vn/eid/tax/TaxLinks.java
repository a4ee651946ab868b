package vn.eid.tax;

import okhttp3.HttpUrl;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.http.WireResponse;
import vn.eid.login.Claim;
import vn.eid.login.Identity;

/**
 * Links citizens' numbers with their tax codes. Since 1 July 2025 the citizen number is the tax
 * code of an individual; older codes are brought into it.
 *
 * <p>This class is thread-safe.
 */
public final class TaxLinks {
  private static final String SCOPE = "tax_link";

  private final Connection connection;

  /** Made by {@link vn.eid.EidClient#taxLinks()}. */
  @SuppressWarnings("exports")
  public TaxLinks(Connection connection) {
    this.connection = connection;
  }

  /**
   * Links the citizen who has just logged in. Each call is a request of its own; to be able to
   * repeat one after a lost answer, make a {@link LinkRequest} and keep it.
   *
   * @throws vn.eid.InvalidRequestException where the login did not ask for citizen number, name and
   *     birth date
   */
  public LinkResult link(Identity identity) {
    Operation operation = Operation.named("taxLinks.link");
    return link(
        operation,
        LinkRequest.of(
            identity.citizenId().orElseThrow(() -> missing(operation, Claim.CITIZEN_ID)),
            identity.name().orElseThrow(() -> missing(operation, Claim.NAME)),
            identity.birthDate().orElseThrow(() -> missing(operation, Claim.BIRTH_DATE))));
  }

  /**
   * Links a citizen. Calling again with the same object gives the same result.
   *
   * @throws vn.eid.InvalidRequestException where the number does not belong to this environment
   */
  public LinkResult link(LinkRequest request) {
    return link(Operation.named("taxLinks.link"), request);
  }

  private LinkResult link(Operation operation, LinkRequest request) {
    connection.admitToSend(operation, request.citizen());
    HttpUrl url =
        connection
            .provider()
            .national(operation)
            .tax()
            .newBuilder()
            .addPathSegment("links")
            .build();
    WireRequest post =
        WireRequest.json(operation, url, request.wire())
            .header("Idempotency-Key", request.idempotencyKey())
            .repeatable();
    WireResponse response = connection.resources().send(operation, SCOPE, post);
    if (!response.isSuccess()) {
      throw Problems.of(operation, response);
    }
    return new LinkAnswer(operation).read(response.json("The tax registry's answer"));
  }

  private static RuntimeException missing(Operation operation, Claim claim) {
    return operation.invalid(
        "identity", "The login must be asked for " + claim + ": LoginRequest.asking(..).");
  }
}
