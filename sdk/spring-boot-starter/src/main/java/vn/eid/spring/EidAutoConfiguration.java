package vn.eid.spring;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.spi.CallListener;
import vn.eid.spi.SharedStore;

/** The client, unless the application has made one. It closes with the context. */
@AutoConfiguration
@EnableConfigurationProperties(EidProperties.class)
public class EidAutoConfiguration {

  /**
   * The key that the properties name, also for an application that hands out its public half. A
   * bean of the application's own comes before, such as a key in an HSM.
   */
  @Bean
  @Lazy
  @ConditionalOnMissingBean
  ClientKey eidClientKey(EidProperties properties) {
    return new KeyFile(properties.key()).read();
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  EidClient eidClient(
      EidProperties properties,
      ObjectProvider<ClientKey> key,
      ObjectProvider<SharedStore> store,
      ObjectProvider<CallListener> listeners,
      ObjectProvider<EidClientCustomizer> customizers) {
    return new ClientAssembly(properties, key::getObject)
        .build(
            store.getIfAvailable(),
            listeners.orderedStream().toList(),
            customizers.orderedStream().toList());
  }

  /** Only where Micrometer is there. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ObservationRegistry.class)
  static class Observations {
    @Bean
    CallListener eidObservedCalls(ObjectProvider<ObservationRegistry> registry) {
      return new ObservedCalls(registry);
    }
  }
}
