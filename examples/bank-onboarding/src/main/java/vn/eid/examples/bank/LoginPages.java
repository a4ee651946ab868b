package vn.eid.examples.bank;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.eid.examples.frame.QrCode;
import vn.eid.login.Identity;

/** The front page, and the ways in. */
@Controller
class LoginPages {
  /** What the starter's failure parameters can be; each has a message of its own. */
  private static final Set<String> REASONS =
      Set.of(
          "account_level_too_low",
          "account_locked",
          "level_not_reached",
          "refused",
          "expired",
          "unavailable");

  private final String loginPage;

  LoginPages(@Value("${bank.address}") String address) {
    this.loginPage = address + "/login";
  }

  @GetMapping("/")
  String front(@AuthenticationPrincipal @Nullable Identity citizen) {
    return citizen == null ? "front" : "redirect:/open";
  }

  /**
   * For a phone the redirect; for a desktop also the push, and a QR code that leads a phone here.
   */
  @GetMapping("/login")
  String login(@AuthenticationPrincipal @Nullable Identity citizen, Model page) {
    page.addAttribute("qr", QrCode.of(loginPage));
    return citizen == null ? "login" : "redirect:/open";
  }

  @GetMapping("/login/failed")
  String failed(
      @RequestParam(defaultValue = "") String eid,
      @RequestParam(defaultValue = "") String reason,
      Model page) {
    page.addAttribute(
        "why",
        List.of(reason, eid).stream().filter(REASONS::contains).findFirst().orElse("failed"));
    return "login-failed";
  }
}
