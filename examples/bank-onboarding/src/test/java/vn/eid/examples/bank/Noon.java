package vn.eid.examples.bank;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** So that a test of a day's total does not fail at midnight. */
@TestConfiguration(proxyBeanMethods = false)
class Noon {
  @Bean
  @Primary
  Clock noon() {
    return Clock.fixed(
        LocalDate.now(VietnamTime.ZONE).atTime(12, 0).atZone(VietnamTime.ZONE).toInstant(),
        VietnamTime.ZONE);
  }
}
