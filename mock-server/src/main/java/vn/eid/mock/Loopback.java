package vn.eid.mock;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells whether a request comes from this machine and means it. */
final class Loopback {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern PORT = Pattern.compile(":[0-9]+$");

  private Loopback() {}

  static boolean isThisMachine(String ip) {
    try {
      // An address in numbers: nothing is looked up.
      return InetAddress.getByName(ip).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Whether the {@code Host} header has a loopback name. Another name that leads here is DNS
   * rebinding: a page from the network that reads what only this machine may.
   */
  static boolean isNamedInHost(@Nullable String host) {
    return host != null && NAMES.contains(PORT.matcher(host).replaceFirst(""));
  }
}
