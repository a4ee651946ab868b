package vn.eid.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Paths of this application. */
public final class LocalPath {
  private LocalPath() {}

  /** What a request asks for, without the context path. */
  public static String of(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return request.getServletPath() + (rest == null ? "" : rest);
  }

  /**
   * Whether a text can only lead to a page of this application: a path from its slash on that no
   * browser takes for a host, without control characters.
   */
  public static boolean isLocal(@Nullable String text) {
    return text != null && text.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1000}");
  }
}
