package vn.eid.mock.examine;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say which application is examined. */
final class SubjectOptions {
  @Option(
      names = "--login-url",
      required = true,
      paramLabel = "URL",
      description = "the application's page at which a login begins")
  private URI loginUrl = URI.create("http://localhost");

  @ArgGroup(multiplicity = "1")
  private Sign sign = new Sign();

  @Option(
      names = "--webhook-url",
      paramLabel = "URL",
      description = "where the application takes logout tokens and events; tried as well")
  private @Nullable URI webhook;

  @Option(
      names = "--logout-webhook-url",
      paramLabel = "URL",
      description = "the same for logout tokens only (back-channel logout)")
  private @Nullable URI logouts;

  @Option(
      names = "--event-webhook-url",
      paramLabel = "URL",
      description = "the same for security events only")
  private @Nullable URI events;

  /** One of two. */
  static final class Sign {
    @Option(
        names = "--success-url",
        required = true,
        paramLabel = "PREFIX",
        description = "how the address begins at which a login that succeeded ends")
    private String url = "";

    @Option(
        names = "--success-text",
        required = true,
        paramLabel = "TEXT",
        description = "what only somebody who is logged in sees on that page")
    private String text = "";
  }

  /**
   * The application.
   *
   * @throws IllegalArgumentException if an address is none of http, or the sign of success is empty
   */
  Subject subject() {
    if (sign.url.isBlank() && sign.text.isBlank()) {
      throw new IllegalArgumentException(
          "An empty --success-url or --success-text fits all pages.");
    }
    return new Subject(
        requireHttp(loginUrl), new Success(sign.url, sign.text), chosen(logouts), chosen(events));
  }

  private Optional<URI> chosen(@Nullable URI own) {
    return Optional.ofNullable(own == null ? webhook : own).map(SubjectOptions::requireHttp);
  }

  private static URI requireHttp(URI uri) {
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw new IllegalArgumentException("The address " + uri + " is none of http or https.");
    }
    return uri;
  }
}
