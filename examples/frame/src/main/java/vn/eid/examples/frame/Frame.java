package vn.eid.examples.frame;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The page around the content: {@code frame.html} and {@code frame.css}, in Vietnamese until
 * somebody presses "English". An application imports it, and brings {@code brand.css}, {@code
 * brand.svg} and the message {@code brand}.
 */
@Configuration(proxyBeanMethods = false)
@Import(PageFacts.class)
public class Frame implements WebMvcConfigurer {
  private static final String LOADS_NOTHING_FROM_ELSEWHERE =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** What of the frame everybody may load. */
  public static String[] openToAll() {
    return new String[] {"/frame.css", "/brand.css", "/brand.svg", "/error"};
  }

  /**
   * Says to browsers that these pages load nothing from elsewhere and tell nobody of themselves.
   */
  public static HttpSecurity secure(HttpSecurity http) throws Exception {
    return http.headers(
        headers ->
            headers
                .contentSecurityPolicy(
                    policy -> policy.policyDirectives(LOADS_NOTHING_FROM_ELSEWHERE))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
  }

  /** The language that was chosen, kept for a year. */
  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver chosen = new CookieLocaleResolver("language");
    chosen.setDefaultLocale(Languages.VIETNAMESE);
    chosen.setCookieMaxAge(Duration.ofDays(365));
    chosen.setCookieHttpOnly(true);
    chosen.setCookieSameSite("Lax");
    return chosen;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new Languages());
  }
}
