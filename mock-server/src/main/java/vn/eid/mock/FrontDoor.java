package vn.eid.mock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Stands before everything else: cuts bodies before they are in memory, and answers what a browser
 * asks on behalf of a page before it may come to the admin paths, which WireMock would allow to
 * every page.
 */
final class FrontDoor extends HandlerWrapper {
  /** What a page in a browser is told that comes to the admin paths. */
  static final String NO_PAGE =
      "No page in a browser may come here; ask with a program such as curl.";

  private static final String PACKED = "A compressed body has a length, of 64 kB at most, here.\n";

  FrontDoor(Handler inside) {
    setHandler(inside);
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (isPreflight(target, base)) {
      refuse(base, response, 403, NO_PAGE + "\n");
    } else if (isPackedTooLarge(base)) {
      refuse(base, response, 413, PACKED);
    } else {
      base.getHttpInput().addInterceptor(new CutBody());
      super.handle(target, base, request, response);
    }
  }

  private static void refuse(
      Request base, HttpServletResponse response, int status, String sentence) throws IOException {
    base.setHandled(true);
    response.setStatus(status);
    response.setContentType("text/plain");
    response.getOutputStream().write(sentence.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean isPackedTooLarge(Request base) {
    long length = base.getContentLengthLong();
    return base.getHeader("Content-Encoding") != null
        && (length < 0 || length > CutBody.MOST_PACKED);
  }

  // The target is the path as it is after decoding, so that no %2f leads past.
  private static boolean isPreflight(String target, Request base) {
    return base.getMethod().equals("OPTIONS") && target.startsWith("/__admin");
  }
}
