package vn.eid.examples.hospital;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import vn.eid.examples.frame.Frame;
import vn.eid.examples.hospital.HospitalSettings.Role;
import vn.eid.examples.hospital.HospitalSettings.Staff;

/** Who may open which page. What is named nowhere is closed to all. */
@Configuration(proxyBeanMethods = false)
class Doors {
  @Bean
  SecurityFilterChain pages(HttpSecurity http, InstantSource clock) throws Exception {
    return Frame.secure(http)
        .authorizeHttpRequests(
            pages ->
                pages
                    .requestMatchers(Frame.openToAll())
                    .permitAll()
                    // Named here too: what formLogin opens has no parameter, such as lang.
                    .requestMatchers("/login")
                    .permitAll()
                    .requestMatchers("/", "/watch.js")
                    .authenticated()
                    .requestMatchers("/desk/**")
                    .hasRole(Role.DESK.name())
                    .requestMatchers("/doctor/**")
                    .hasRole(Role.DOCTOR.name())
                    .requestMatchers("/audit/**")
                    .hasRole(Role.AUDITOR.name())
                    .anyRequest()
                    .denyAll())
        .addFilterBefore(new Attended(clock), AuthorizationFilter.class)
        .formLogin(login -> login.loginPage("/login").permitAll())
        .build();
  }

  /** A password in the clear guards nothing but a demonstration. */
  @Bean
  UserDetailsService staff(
      HospitalSettings settings, @Value("${eid.sandbox:false}") boolean sandbox) {
    if (!sandbox && settings.staff().stream().anyMatch(Staff::isForShow)) {
      throw new IllegalStateException(
          "hospital.staff: a password that begins with {noop} is for demonstrations"
              + " (eid.sandbox=true) alone. Write it as {bcrypt}.");
    }
    return new InMemoryUserDetailsManager(
        settings.staff().stream().map(Doors::user).toArray(UserDetails[]::new));
  }

  private static UserDetails user(Staff staff) {
    return User.withUsername(staff.name())
        .password(staff.password())
        .roles(staff.role().name())
        .build();
  }
}
