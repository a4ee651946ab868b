package vn.eid.spring;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The health in Spring Boot 4. */
final class HealthInBoot4 implements HealthIndicator {
  private final ProviderHealth health;

  HealthInBoot4(ProviderHealth health) {
    this.health = health;
  }

  @Override
  public Health health() {
    ProviderHealth.Look look = health.look();
    return (look.up() ? Health.up() : Health.down()).withDetails(look.details()).build();
  }
}
