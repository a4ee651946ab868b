package vn.eid.examples.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.eid.login.Identity;

/** The door: what this is, and the button to log in. */
@Controller
final class WelcomePage {
  private final DeskProperties desk;

  WelcomePage(DeskProperties desk) {
    this.desk = desk;
  }

  /**
   * The page.
   *
   * @param eid how a login ended that failed
   * @param reason why it was declined
   */
  @GetMapping("/")
  String page(
      @AuthenticationPrincipal @Nullable Identity visitor,
      @RequestParam(required = false) @Nullable String eid,
      @RequestParam(required = false) @Nullable String reason,
      Model model) {
    if (visitor != null && desk.isOfficer(visitor)) {
      return "redirect:/jobs";
    }
    model.addAttribute("failure", eid == null ? "" : failure(eid, String.valueOf(reason)));
    return "welcome";
  }

  private static String failure(String eid, String reason) {
    return switch (reason) {
      case "account_level_too_low", "account_locked" -> reason;
      default -> eid;
    };
  }
}
