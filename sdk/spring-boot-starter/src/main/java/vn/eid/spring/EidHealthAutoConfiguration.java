package vn.eid.spring;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.eid.EidClient;
import vn.eid.spi.SharedStore;

/** The health indicator {@code eid}, in the package of the Spring Boot that is there. */
@AutoConfiguration(after = EidAutoConfiguration.class)
@ConditionalOnBean(EidClient.class)
@ConditionalOnProperty(name = "management.health.eid.enabled", matchIfMissing = true)
public class EidHealthAutoConfiguration {
  private static final String IN_BOOT_3 = "org.springframework.boot.actuate.health.HealthIndicator";
  private static final String IN_BOOT_4 =
      "org.springframework.boot.health.contributor.HealthIndicator";

  @Bean
  ProviderHealth eidProviderHealth(
      EidClient client, EidProperties properties, ObjectProvider<SharedStore> store) {
    return new ProviderHealth(
        client, Optional.ofNullable(store.getIfAvailable()), properties.health().every());
  }

  /** Spring Boot 3. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = IN_BOOT_3)
  static class Boot3 {
    @Bean
    HealthInBoot3 eidHealthIndicator(ProviderHealth health) {
      return new HealthInBoot3(health);
    }
  }

  /** Spring Boot 4. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = IN_BOOT_4)
  @ConditionalOnMissingClass(IN_BOOT_3)
  static class Boot4 {
    @Bean
    HealthInBoot4 eidHealthIndicator(ProviderHealth health) {
      return new HealthInBoot4(health);
    }
  }
}
