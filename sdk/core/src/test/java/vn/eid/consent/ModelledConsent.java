package vn.eid.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a consent must be by the rules alone: written without a look at the SDK or the mock. */
final class ModelledConsent {
  private static final Duration TO_DECIDE = Duration.ofMinutes(10);
  private static final Duration UNSURE = Duration.ofSeconds(5);

  final ConsentId id;
  final Set<String> asked;
  private final Optional<Period> period;
  private final OptionalInt uses;
  private final Duration validity;
  private final Instant decideBy;
  private final Map<String, Integer> used = new HashMap<>();
  private Set<String> granted = Set.of();
  private Instant until = Instant.EPOCH;
  private boolean over;

  ModelledConsent(
      ConsentId id,
      Set<String> asked,
      Optional<Period> period,
      OptionalInt uses,
      Duration validity,
      Instant now) {
    this.id = id;
    this.asked = asked;
    this.period = period;
    this.uses = uses;
    this.validity = validity;
    this.decideBy = now.plus(TO_DECIDE);
  }

  boolean isWaiting(Instant now) {
    return !over && granted.isEmpty() && now.isBefore(decideBy);
  }

  void approve(Set<String> chosen, Duration atMost, Instant now) {
    granted = Set.copyOf(chosen);
    until = now.plus(validity.compareTo(atMost) < 0 ? validity : atMost);
  }

  void end() {
    over = true;
  }

  boolean isActive(Instant now) {
    return !over && !granted.isEmpty() && now.isBefore(until) && !isUsedUp();
  }

  /** Whether the citizen agreed to this read, now. */
  boolean covers(String dataSet, Optional<Period> days, Instant now) {
    return isActive(now)
        && granted.contains(dataSet)
        && (days.isEmpty() || period.isEmpty() || lies(days.get(), period.get()))
        && (uses.isEmpty() || used.getOrDefault(dataSet, 0) < uses.getAsInt());
  }

  void wasRead(String dataSet) {
    used.merge(dataSet, 1, Integer::sum);
  }

  /** Whether seconds decide: receipts count in whole ones, and the test takes some. */
  boolean isUnsure(Instant now) {
    return isNear(now, until) || isNear(now, decideBy);
  }

  private boolean isUsedUp() {
    return uses.isPresent()
        && granted.stream().allMatch(set -> used.getOrDefault(set, 0) >= uses.getAsInt());
  }

  private static boolean isNear(Instant now, Instant limit) {
    return Duration.between(now, limit).abs().compareTo(UNSURE) < 0;
  }

  private static boolean lies(Period inner, Period outer) {
    return !inner.from().isBefore(outer.from()) && !inner.to().isAfter(outer.to());
  }
}
