package vn.eid.login;

import java.util.Optional;
import vn.eid.CitizenId;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.ExpectedLogin;
import vn.eid.internal.jose.IdTokenChecks;
import vn.eid.internal.jose.PossessionKey;
import vn.eid.internal.json.CitizenClaims;
import vn.eid.internal.json.Fields;
import vn.eid.internal.oauth.TokenAnswer;

/** Turns a token answer into an {@link Identity}, or refuses it. The only maker of one. */
final class IdentityProof {
  private final Connection connection;
  private final Operation operation;
  private final LoginTerms terms;
  private final PossessionKey possession;

  IdentityProof(
      Connection connection, Operation operation, LoginTerms terms, PossessionKey possession) {
    this.connection = connection;
    this.operation = operation;
    this.terms = terms;
    this.possession = possession;
  }

  /** How a login in the browser ended. */
  LoginOutcome verify(TokenAnswer token, String nonce) {
    Fields claims = claims(token, Optional.of(nonce), Optional.empty());
    return outcome(token, claims, about(token, claims));
  }

  /** How a login by push ended. */
  LoginOutcome verify(TokenAnswer token, PendingPush push) {
    Fields claims = claims(token, Optional.empty(), Optional.of(push.authReqId()));
    Fields about = about(token, claims);
    checkCitizen(about, push.citizen());
    return outcome(token, claims, about);
  }

  private Fields claims(TokenAnswer token, Optional<String> nonce, Optional<String> pushRequest) {
    ExpectedLogin expected =
        new ExpectedLogin(
            nonce, pushRequest, token.accessToken(), terms.acrValues(), terms.signedInWithin());
    return checks(connection, operation)
        .verify(idToken(token), connection.provider().loginKeys(), expected);
  }

  /** Whoever's phone was asked must be who logged in, where the provider tells the number. */
  private void checkCitizen(Fields claims, CitizenId asked) {
    if (!new CitizenClaims(operation, claims).citizenId().orElse(asked).equals(asked)) {
      throw operation.untrusted(
          Check.SUBJECT, "Another citizen than the one whose phone was asked has logged in.");
    }
  }

  private Fields about(TokenAnswer token, Fields claims) {
    return knowsAll(claims) ? claims : userinfo(token, claims);
  }

  private LoginOutcome outcome(TokenAnswer token, Fields claims, Fields about) {
    Identity citizen =
        new Identity(
            subject(claims),
            IdentityClaims.of(connection, operation, terms.claims(), claims, about));
    return meetsAccountLevel(citizen)
        ? new LoginOutcome.Approved(citizen, session(token, claims))
        : new LoginOutcome.Declined(LoginOutcome.Reason.ACCOUNT_LEVEL_TOO_LOW);
  }

  static IdTokenChecks checks(Connection connection, Operation operation) {
    return new IdTokenChecks(
        operation,
        connection.provider().issuer(),
        connection.clientId(),
        connection.clock(),
        connection.skew(),
        connection.decryption());
  }

  private String idToken(TokenAnswer token) {
    return token
        .idToken()
        .orElseThrow(() -> operation.untrusted(Check.FORMAT, "The token answer has no id token."));
  }

  private LoginSession session(TokenAnswer token, Fields claims) {
    Optional<String> hint = LogoutHint.of(idToken(token), claims);
    return new LoginSession(
        connection,
        new SessionTokens(connection, possession, FirstLogin.of(subject(claims), claims), token),
        new SessionFacts(subject(claims), claims.text("sid"), hint, claims.seconds("iat")));
  }

  /** A level that the provider does not tell is none that was proven. */
  private boolean meetsAccountLevel(Identity citizen) {
    return terms.accountLevel().stream()
        .allMatch(
            demanded ->
                citizen.accountLevel().filter(level -> level.compareTo(demanded) >= 0).isPresent());
  }

  private boolean knowsAll(Fields claims) {
    return terms.claims().stream().allMatch(claim -> claims.has(claim.wireName()));
  }

  /** For providers that keep claims out of id tokens; about the same person, or refused. */
  private Fields userinfo(TokenAnswer token, Fields claims) {
    Optional<Fields> userinfo =
        connection.provider().userinfo(operation, token, possession.signing());
    userinfo.ifPresent(answer -> checkSubject(answer, claims));
    return userinfo.map(claims::orElse).orElse(claims);
  }

  /** OpenID Connect Core, section 5.3.2: it must match exactly, or the answer must not be used. */
  private void checkSubject(Fields userinfo, Fields claims) {
    if (!userinfo.requiredText("sub").equals(subject(claims))) {
      throw operation.untrusted(Check.SUBJECT, "The userinfo answer is about another person.");
    }
  }

  private String subject(Fields claims) {
    String subject = claims.requiredText("sub");
    if (subject.isEmpty() || subject.length() > 255) {
      throw operation.untrusted(Check.FORMAT, "The id token has no usable subject.");
    }
    return subject;
  }
}
