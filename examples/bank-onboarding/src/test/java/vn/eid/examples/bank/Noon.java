package vn.eid.examples.bank;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The time that the national systems have too, in a zone where it is about noon: so that a test of
 * a day's total does not fail at midnight.
 */
@TestConfiguration(proxyBeanMethods = false)
class Noon {
  @Bean
  @Primary
  Clock noon() {
    int utc = LocalTime.now(ZoneOffset.UTC).toSecondOfDay();
    return Clock.system(ZoneOffset.ofTotalSeconds(LocalTime.NOON.toSecondOfDay() - utc));
  }
}
