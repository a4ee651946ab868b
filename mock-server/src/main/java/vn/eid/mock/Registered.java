package vn.eid.mock;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The addresses that the client is registered with. */
final class Registered {
  @Option(
      names = "--redirect-uri",
      paramLabel = "URI",
      description = "Register a redirect URI; may be given several times.")
  private List<String> redirectUris = List.of();

  @Option(
      names = "--logout-uri",
      paramLabel = "URI",
      description = "Register where a browser may go after a logout; several times.")
  private List<String> logoutUris = List.of();

  @Option(
      names = "--notify-pushes-at",
      paramLabel = "URI",
      description = "Ping the application here when a citizen has decided.")
  private @Nullable String pushNotices;

  @Option(
      names = "--deliver-logout-to",
      paramLabel = "URI",
      description = "Tell the application here that a session has ended.")
  private @Nullable String logoutNotices;

  @Option(
      names = "--deliver-events-to",
      paramLabel = "URI",
      description = "Tell the application here what the registry did.")
  private @Nullable String events;

  MockOptions applyTo(MockOptions options) {
    MockOptions changed = options;
    for (String uri : redirectUris) {
      changed = changed.redirectUri(uri);
    }
    for (String uri : logoutUris) {
      changed = changed.logoutUri(uri);
    }
    if (pushNotices != null) {
      changed = changed.notifyPushesAt(RedirectUris.http(pushNotices));
    }
    if (logoutNotices != null) {
      changed = changed.deliverLogoutTo(RedirectUris.http(logoutNotices));
    }
    return events == null ? changed : changed.deliverEventsTo(RedirectUris.http(events));
  }
}
