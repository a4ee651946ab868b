package vn.eid.spring;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import vn.eid.EidClient;

/**
 * Login by Spring Security. Where the application has no filter chain of its own, each page wants a
 * citizen who logged in.
 */
@AutoConfiguration(
    after = EidAutoConfiguration.class,
    // By name: they have other packages in Spring Boot 4 than in 3.
    beforeName = {
      "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
    })
@ConditionalOnClass({HttpSecurity.class, SecurityFilterChain.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(EidClient.class)
public class EidLoginAutoConfiguration {

  /** Lazy: an application that logs nobody in needs no callback. */
  @Bean
  @Lazy
  LoginAddresses eidLoginAddresses(EidProperties properties) {
    return new LoginAddresses(properties);
  }

  @Bean
  @ConditionalOnMissingBean(SecurityFilterChain.class)
  SecurityFilterChain eidSecurityFilterChain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(pages -> pages.anyRequest().authenticated())
        .with(EidLoginConfigurer.eidLogin(), withDefaults())
        .build();
  }
}
