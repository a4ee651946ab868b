package vn.eid.examples.bank;

import static vn.eid.spring.EidLoginConfigurer.eidLogin;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import vn.eid.examples.frame.Frame;
import vn.eid.spi.SharedStore;
import vn.eid.store.jdbc.JdbcSchema;
import vn.eid.store.jdbc.JdbcStore;

/** The bank, as it is deployed: all that differs from place to place are properties. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Import(Frame.class)
class Bank {

  public static void main(String... arguments) {
    SpringApplication.run(Bank.class, arguments);
  }

  @Bean
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return Frame.secure(http)
        .authorizeHttpRequests(
            pages ->
                pages
                    .requestMatchers(Frame.openToAll())
                    .permitAll()
                    .requestMatchers("/", "/login/**", "/push.js")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .with(eidLogin(), Customizer.withDefaults())
        .build();
  }

  /**
   * What the nodes of this bank know together: a login that one began and another ends, sessions
   * that are over. After the bank's own tables, for Flyway wants to begin in an empty schema.
   */
  @Bean
  @DependsOnDatabaseInitialization
  SharedStore sharedStore(DataSource database) throws SQLException {
    JdbcSchema.migrate(database);
    return JdbcStore.of(database);
  }

  @Bean
  Clock clock() {
    return Clock.system(VietnamTime.ZONE);
  }

  @Bean
  AccountNumbers accountNumbers() {
    return AccountNumbers.atRandom();
  }
}
