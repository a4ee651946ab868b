package vn.eid.examples.desk;

import static vn.eid.spring.EidLoginConfigurer.eidLogin;

import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import vn.eid.examples.frame.Frame;
import vn.eid.spring.EidAuthorities;

/** The application. Who its officers are and where its files lie is said by properties. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(DeskProperties.class)
@Import(Frame.class)
public class TaxLinkingDesk {
  /** What an officer has, and nobody else. */
  static final String OFFICER = "PAYROLL_OFFICER";

  public static void main(String[] args) {
    SpringApplication.run(TaxLinkingDesk.class, args);
  }

  /** e-ID says who somebody is; whether they work here is for this application to say. */
  @Bean
  EidAuthorities officers(DeskProperties desk) {
    return citizen ->
        desk.isOfficer(citizen) ? List.of(new SimpleGrantedAuthority(OFFICER)) : List.of();
  }

  @Bean
  SecurityFilterChain pages(HttpSecurity http, MultipartProperties limits) throws Exception {
    return Frame.secure(http)
        .authorizeHttpRequests(
            pages ->
                pages
                    .requestMatchers(Frame.openToAll())
                    .permitAll()
                    .requestMatchers("/", "/progress.js")
                    .permitAll()
                    .anyRequest()
                    .hasAuthority(OFFICER))
        .with(eidLogin(), Customizer.withDefaults())
        .addFilterBefore(new UploadGate(limits.getMaxRequestSize()), CsrfFilter.class)
        .build();
  }

  /** What arrives lies where the jobs lie: personal data, on the disk that is meant for it. */
  @Bean
  MultipartConfigElement arrivals(MultipartProperties limits, DeskFolder folder) {
    limits.setLocation(folder.arriving().toString());
    return limits.createMultipartConfig();
  }
}
