package vn.eid.examples.hospital;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the hospital says of itself.
 *
 * @param folder where all its files lie: the ledger, the sealed copies, the list of requests
 * @param staff who works here
 */
@ConfigurationProperties("hospital")
record HospitalSettings(Path folder, @DefaultValue List<Staff> staff) {

  /** What somebody does here, and where their pages are. */
  enum Role {
    DESK("/desk"),
    DOCTOR("/doctor"),
    AUDITOR("/audit");

    private final String home;

    Role(String home) {
      this.home = home;
    }

    String home() {
      return home;
    }
  }

  /**
   * A member of staff.
   *
   * @param password as Spring Security's encoders write it: {@code {bcrypt}$2a$10$..}
   */
  record Staff(String name, String password, Role role) {
    private static final String IN_THE_CLEAR = "{noop}";

    /** Whether the password is no secret: only a demonstration has such. */
    boolean isForShow() {
      return password.startsWith(IN_THE_CLEAR);
    }

    public String shownPassword() {
      return isForShow() ? password.substring(IN_THE_CLEAR.length()) : "";
    }

    @Override
    public String toString() {
      return "Staff[" + role + "]";
    }
  }
}
