package vn.eid.benchmarks;

import java.security.Provider;
import java.util.Optional;
import org.conscrypt.Conscrypt;

/** By whose code the cryptography is computed, which decides more than the library around it. */
public enum By {
  JDK("the JDK's provider"),
  CONSCRYPT("Conscrypt");

  private final String label;

  By(String label) {
    this.label = label;
  }

  /** The provider; empty for whatever is installed. Never installed here. */
  public Optional<Provider> provider() {
    return this == CONSCRYPT ? Optional.of(Conscrypt.newProvider()) : Optional.empty();
  }

  @Override
  public String toString() {
    return label;
  }
}
