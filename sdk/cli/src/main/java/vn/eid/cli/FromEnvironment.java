package vn.eid.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that may stand in the environment, so that a schedule needs no long line. */
final class FromEnvironment implements IDefaultValueProvider {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "--issuer", "EID_ISSUER",
          "--client-id", "EID_CLIENT_ID",
          "--key", "EID_KEY_FILE");

  private final Map<String, String> environment;

  FromEnvironment(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) {
    if (arg instanceof OptionSpec option && VARIABLES.containsKey(option.longestName())) {
      String value = environment.get(VARIABLES.get(option.longestName()));
      return value == null || value.isBlank() ? null : value;
    }
    return null;
  }
}
