package vn.eid.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.eid.EidClient;
import vn.eid.servlet.WebhookReceiver;

/**
 * The webhook, and what controllers demand of a login. Each checked {@link
 * vn.eid.webhook.WebhookEvent} is published in the application context, on the thread of the
 * request: where a listener throws, the sender comes again.
 */
@AutoConfiguration(after = EidAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(EidClient.class)
public class EidWebAutoConfiguration {

  @Bean
  @ConditionalOnProperty(name = "eid.webhook.enabled", matchIfMissing = true)
  FilterRegistrationBean<WebhookFilter> eidWebhook(
      EidClient client, EidProperties properties, ApplicationEventPublisher events) {
    String path = properties.webhook().path();
    FilterRegistrationBean<WebhookFilter> filter =
        new FilterRegistrationBean<>(
            new WebhookFilter(path, new WebhookReceiver(client, events::publishEvent)));
    filter.setName("eidWebhook");
    filter.addUrlPatterns(path);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  /** Only where there are controllers and logins. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({WebMvcConfigurer.class, Authentication.class})
  static class Demands implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new DemandsLoginInterceptor());
    }
  }

  /** Where there are controllers alone. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(WebMvcConfigurer.class)
  @ConditionalOnMissingClass("org.springframework.security.core.Authentication")
  static class NoDemands implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new UnenforceableDemands());
    }
  }
}
