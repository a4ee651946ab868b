package vn.eid.login;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.CitizenId;
import vn.eid.internal.jose.Crypto;
import vn.eid.internal.jose.PossessionKey;
import vn.eid.internal.json.Fields;

/**
 * A login by push that is under way, and whose turn it is to ask the provider. Holds secrets, so it
 * prints nothing.
 *
 * @param interval between two questions to the provider
 * @param nextAsk when the provider may be asked again
 * @param askedUntil whoever has the turn gives it back before; a node that died does not
 */
record PendingPush(
    CitizenId citizen,
    LoginTerms terms,
    String authReqId,
    PossessionKey possession,
    Instant finishBy,
    Duration interval,
    Instant nextAsk,
    Instant askedUntil) {
  private static final Duration SLOWER = Duration.ofSeconds(5);
  private static final Duration TURN = Duration.ofMinutes(1);

  static PendingPush of(PushRequest request, BackchannelAnswer answer, Instant now, Crypto crypto) {
    return new PendingPush(
        request.citizen(),
        request.terms(),
        answer.authReqId(),
        PossessionKey.fresh(crypto),
        answer.answerBy(),
        answer.interval(),
        now.plus(answer.interval()),
        Instant.EPOCH);
  }

  /** How long to wait for the turn to ask; empty where it is free. */
  Optional<Duration> waitAt(Instant now) {
    if (now.isBefore(askedUntil)) {
      return Optional.of(untilTheEndAtMost(interval, now));
    }
    return now.isBefore(nextAsk)
        ? Optional.of(untilTheEndAtMost(Duration.between(now, nextAsk), now))
        : Optional.empty();
  }

  /** Nobody waits longer than the citizen may take, whatever the provider asks for. */
  Duration untilTheEndAtMost(Duration wait, Instant now) {
    Duration left = Duration.between(now, finishBy);
    Duration shorter = left.compareTo(wait) < 0 ? left : wait;
    return shorter.isNegative() ? Duration.ZERO : shorter;
  }

  /** The turn is taken. */
  PendingPush askedFrom(Instant now) {
    return with(interval, nextAsk, now.plus(TURN));
  }

  /** The turn is given back; the interval counts from the answer. */
  PendingPush answeredAt(Instant now) {
    return with(interval, now.plus(interval), Instant.EPOCH);
  }

  /** The provider wants to be asked less often, for good (CIBA Core 1.0, section 11). */
  PendingPush slower() {
    return with(interval.plus(SLOWER), nextAsk, askedUntil);
  }

  /** The citizen has answered: ask at once. */
  PendingPush pingedAt(Instant now) {
    return with(interval, now, askedUntil);
  }

  private PendingPush with(Duration every, Instant next, Instant until) {
    return new PendingPush(citizen, terms, authReqId, possession, finishBy, every, next, until);
  }

  /** To be sealed at once. */
  Map<String, Object> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("citizen", citizen.value());
    content.put("terms", StoredTerms.of(terms));
    content.put("auth_req_id", authReqId);
    content.put("key", possession.secretJson());
    content.put("finish_by", finishBy.toString());
    content.put("interval_ms", interval.toMillis());
    content.put("next_ask", nextAsk.toString());
    content.put("asked_until", askedUntil.toString());
    return content;
  }

  static PendingPush read(Fields content, Crypto crypto) {
    return new PendingPush(
        CitizenId.parse(content.requiredText("citizen")),
        StoredTerms.read(content.object("terms").orElseThrow()),
        content.requiredText("auth_req_id"),
        PossessionKey.of(content.requiredText("key"), crypto),
        content.requiredInstant("finish_by"),
        Duration.ofMillis(content.requiredInteger("interval_ms")),
        content.requiredInstant("next_ask"),
        content.requiredInstant("asked_until"));
  }

  @Override
  public String toString() {
    return "PendingPush[…]";
  }
}
