package vn.eid.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.eid.servlet.LocalPath;

/** The page of a login that failed, for an application that has none of its own. */
final class FailurePageFilter extends OncePerRequestFilter {
  private static final String FAILED =
      "Đăng nhập không thành công. <span lang=\"en\">The login did not succeed.</span>";
  private static final Map<String, String> SENTENCES =
      Map.of(
          "declined",
          "Bạn chưa đăng nhập. <span lang=\"en\">You are not logged in.</span>",
          "expired",
          "Đã hết thời gian đăng nhập. <span lang=\"en\">The login took too long.</span>",
          "unavailable",
          "Dịch vụ tạm thời gián đoạn. <span lang=\"en\">The service is interrupted.</span>");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!LocalPath.of(request).equals(LoginAddresses.FAILED)) {
      chain.doFilter(request, response);
      return;
    }
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(page(request));
  }

  private static String page(HttpServletRequest request) {
    String why = String.valueOf(request.getParameter("eid"));
    return """
        <!DOCTYPE html>
        <html lang="vi"><head><meta charset="UTF-8"><title>e-ID</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"></head>
        <body><main><p>%s</p>
        <p><a href="%s">Thử lại <span lang="en">Try again</span></a></p></main></body></html>
        """
        .formatted(
            SENTENCES.getOrDefault(why, FAILED), request.getContextPath() + LoginAddresses.START);
  }
}
