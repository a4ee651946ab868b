package vn.eid.examples.bank;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.security.SecureRandom;
import java.util.Base64;
import vn.eid.examples.frame.Demonstration;

/** The bank on this machine, with a PostgreSQL and a key that are forgotten when it ends. */
public final class BankDemo {
  private static final int PORT = 8081;
  private static final int STORAGE_KEY_BYTES = 32;

  private BankDemo() {}

  public static void main(String... arguments) throws IOException {
    EmbeddedPostgres database =
        EmbeddedPostgres.builder().setOutputRedirector(Redirect.DISCARD).start();
    Demonstration.of(Bank.class, PORT, arguments)
        .nationalSystems(options -> options.clientName("Ngân hàng Hoa Sen"))
        .setting("spring.datasource.url", database.getJdbcUrl("postgres", "postgres"))
        .setting("eid.storage-key.value", storageKey())
        .run();
  }

  private static String storageKey() {
    byte[] key = new byte[STORAGE_KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
