package vn.eid.examples.bank;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Base64;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL for the context of the tests; it ends with the process. */
final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder().setOutputRedirector(Redirect.DISCARD).start();
      TestPropertyValues.of(
              "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
              "eid.storage-key.value=" + Base64.getEncoder().encodeToString(new byte[32]))
          .applyTo(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As on the first day: no customers, and nothing in the payees' accounts. */
  static void empty(JdbcClient database) {
    database.sql("delete from transfer").update();
    database.sql("delete from account where customer_id is not null").update();
    database.sql("delete from customer").update();
    database.sql("update account set balance = 0").update();
  }
}
