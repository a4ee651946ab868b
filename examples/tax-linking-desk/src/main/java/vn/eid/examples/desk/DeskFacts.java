package vn.eid.examples.desk;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.eid.login.Identity;

/** What each page of the desk knows beside its own content. */
@ControllerAdvice
final class DeskFacts {
  private final DeskProperties desk;

  DeskFacts(DeskProperties desk) {
    this.desk = desk;
  }

  /**
   * The pseudonym of somebody who is logged in and no officer, to be told to whoever makes
   * officers; it says nothing to anybody else. Empty for all others.
   */
  @ModelAttribute("stranger")
  String stranger(@AuthenticationPrincipal @Nullable Identity visitor) {
    return visitor == null || desk.isOfficer(visitor) ? "" : visitor.subject();
  }

  /** The office is in one place. */
  @ModelAttribute("zone")
  ZoneId zone() {
    return ZoneId.of("Asia/Ho_Chi_Minh");
  }
}
