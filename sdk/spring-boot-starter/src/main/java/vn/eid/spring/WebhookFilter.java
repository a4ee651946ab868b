package vn.eid.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.eid.servlet.LocalPath;
import vn.eid.servlet.WebhookReceiver;

/**
 * The webhook, before all other filters: none has read its body, and Spring Security asks it for no
 * CSRF token and no login. What comes proves itself by its signature.
 */
final class WebhookFilter extends OncePerRequestFilter {
  private final String path;
  private final WebhookReceiver receiver;

  WebhookFilter(String path, WebhookReceiver receiver) {
    this.path = path;
    this.receiver = receiver;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (LocalPath.of(request).equals(path)) {
      receiver.receive(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
