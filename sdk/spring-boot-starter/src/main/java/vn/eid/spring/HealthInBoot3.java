package vn.eid.spring;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** The health in Spring Boot 3. */
final class HealthInBoot3 implements HealthIndicator {
  private final ProviderHealth health;

  HealthInBoot3(ProviderHealth health) {
    this.health = health;
  }

  @Override
  public Health health() {
    ProviderHealth.Look look = health.look();
    return (look.up() ? Health.up() : Health.down()).withDetails(look.details()).build();
  }
}
