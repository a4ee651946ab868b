package vn.eid.diagnosis;

import java.net.URI;
import java.util.Collection;
import java.util.stream.Collectors;

/** How things from outside are written into a report: in one line, bounded, without surprises. */
final class Shown {
  private static final int LONGEST = 120;
  private static final int MOST = 8;

  private Shown() {}

  static String text(String text) {
    String plain = text.replaceAll("[^\\x20-\\x5f\\x61-\\x7e]", "?");
    return "`" + (plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain) + "`";
  }

  /** Without user, query and fragment, where secrets are kept. */
  static String uri(URI uri) {
    if (uri.getHost() == null) {
      return "(an address without a host)";
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return text(uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath());
  }

  static String list(Collection<String> texts) {
    return texts.isEmpty()
        ? "none"
        : texts.stream().limit(MOST).map(Shown::text).collect(Collectors.joining(", "))
            + (texts.size() > MOST ? ", ..." : "");
  }
}
