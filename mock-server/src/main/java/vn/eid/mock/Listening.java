package vn.eid.mock;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the server can be reached, and by whom. */
final class Listening {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Listen on this port (default: any free one).")
  private @Nullable String port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Listen on this address (default: 127.0.0.1, this machine only).")
  private @Nullable String host;

  @Option(
      names = "--open-admin",
      description = "Let other machines use /__admin/eid too: they can do everything.")
  private boolean adminDoorOpen;

  @Option(
      names = "--https",
      description = "Listen with TLS, by a certificate that an authority made at start has signed.")
  private boolean https;

  @Option(
      names = "--issuers",
      paramLabel = "N",
      description = "Start so many servers, each with its own port, people and keys (default: 1).")
  private @Nullable String issuers;

  /** How many servers. */
  int issuers() {
    return issuers == null ? 1 : Math.toIntExact(Numbers.read("--issuers", issuers));
  }

  MockOptions applyTo(MockOptions options) {
    MockOptions changed = options;
    if (port != null) {
      changed = changed.port(port(port));
    }
    if (host != null) {
      changed = changed.host(host);
    }
    if (https) {
      changed = changed.https();
    }
    return adminDoorOpen ? changed.openAdminDoor() : changed;
  }

  boolean isAdminDoorOpen() {
    return adminDoorOpen;
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The port " + text + " is not a number between 0 and 65535.", e);
    }
  }
}
