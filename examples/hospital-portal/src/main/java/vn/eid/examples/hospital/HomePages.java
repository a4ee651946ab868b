package vn.eid.examples.hospital;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.eid.examples.hospital.HospitalSettings.Role;
import vn.eid.examples.hospital.HospitalSettings.Staff;

/** The login, and the way from it to the pages of one's role. */
@Controller
class HomePages {
  private final List<Staff> shown;

  /** Names and passwords stand on the page only where all national systems are played, too. */
  HomePages(HospitalSettings settings, @Value("${national-systems:}") String nationalSystems) {
    this.shown =
        nationalSystems.isEmpty()
            ? List.of()
            : settings.staff().stream().filter(Staff::isForShow).toList();
  }

  @GetMapping("/login")
  String login(Model model) {
    model.addAttribute("shown", shown);
    return "login";
  }

  @GetMapping("/")
  String home(HttpServletRequest request) {
    return Arrays.stream(Role.values())
        .filter(role -> request.isUserInRole(role.name()))
        .findFirst()
        .map(role -> "redirect:" + role.home())
        .orElse("redirect:/login");
  }
}
