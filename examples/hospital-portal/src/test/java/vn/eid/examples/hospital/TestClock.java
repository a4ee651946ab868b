package vn.eid.examples.hospital;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The portal's clock, which a test may put forward. */
final class TestClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  void forward(Duration by) {
    ahead = ahead.plus(by);
  }

  /** Puts it in the place of the portal's own. */
  @TestConfiguration(proxyBeanMethods = false)
  static class InPlace {
    @Bean
    @Primary
    TestClock testClock() {
      return new TestClock();
    }
  }
}
