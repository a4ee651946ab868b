package vn.eid.examples.frame;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.eid.login.Identity;

/** What each page knows beside its own content. */
@ControllerAdvice
class PageFacts {
  private final String nationalSystems;

  PageFacts(@Value("${national-systems:}") String nationalSystems) {
    this.nationalSystems = nationalSystems;
  }

  /** Where the mock server's pages are, such as the citizens' phone; empty in production. */
  @ModelAttribute("nationalSystems")
  String nationalSystems() {
    return nationalSystems;
  }

  /** Who is logged in with e-ID; nobody, or a member of staff, is null. */
  @ModelAttribute("citizen")
  @Nullable Identity citizen(@AuthenticationPrincipal @Nullable Identity citizen) {
    return citizen;
  }

  /** The name of the member of staff who is logged in; null for a citizen and for nobody. */
  @ModelAttribute("staff")
  @Nullable String staff(@AuthenticationPrincipal @Nullable UserDetails staff) {
    return staff == null ? null : staff.getUsername();
  }
}
