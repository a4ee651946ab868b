package vn.eid.examples.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at whoever sends a file before a byte of it is read. The filter against forged requests
 * comes before that of rights, and to read its parameter the server writes the whole upload to the
 * disk: without this, anybody's.
 */
final class UploadGate extends OncePerRequestFilter {
  private final DataSize most;

  UploadGate(DataSize most) {
    this.most = most;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !String.valueOf(request.getContentType())
        .toLowerCase(Locale.ROOT)
        .startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isOfficer(SecurityContextHolder.getContext().getAuthentication())) {
      // Not by sendError: the page for it would look for a parameter, and so read the upload.
      response.sendRedirect(request.getContextPath() + "/jobs");
    } else if (isTooLarge(request)) {
      response.sendRedirect(request.getContextPath() + "/jobs?refused=large");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Where the length is not said beforehand, or one file of it is too large, reading it tells. */
  private boolean isTooLarge(HttpServletRequest request) throws ServletException, IOException {
    if (request.getContentLengthLong() > most.toBytes()) {
      return true;
    }
    try {
      request.getParts();
      return false;
    } catch (IllegalStateException tooLarge) {
      return true;
    }
  }

  private static boolean isOfficer(@Nullable Authentication sender) {
    return sender != null
        && sender.isAuthenticated()
        && sender.getAuthorities().stream()
            .anyMatch(authority -> TaxLinkingDesk.OFFICER.equals(authority.getAuthority()));
  }
}
