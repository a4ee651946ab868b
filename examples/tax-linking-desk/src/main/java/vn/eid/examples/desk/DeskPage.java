package vn.eid.examples.desk;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.eid.InvalidRequestException;
import vn.eid.login.Identity;

/** All jobs, and the form for one more. */
@Controller
final class DeskPage {
  private final Jobs jobs;
  private final JobViews views;
  private final Uploads uploads;
  private final DeskProperties desk;

  DeskPage(Jobs jobs, JobViews views, Uploads uploads, DeskProperties desk) {
    this.jobs = jobs;
    this.views = views;
    this.uploads = uploads;
    this.desk = desk;
  }

  /**
   * The page.
   *
   * @param refused {@code large} where {@link UploadGate} turned a file away
   */
  @GetMapping("/jobs")
  String page(@RequestParam(required = false) @Nullable String refused, Model model) {
    if ("large".equals(refused)) {
      model.addAttribute("mistake", "LARGE");
    }
    model.addAttribute("jobs", jobs.all().stream().map(views::of).toList());
    model.addAttribute("days", desk.keep().toDays());
    model.addAttribute("sample", Optional.ofNullable(desk.sample()).isPresent());
    return "desk";
  }

  @PostMapping("/jobs")
  String take(
      @RequestParam MultipartFile list,
      @RequestParam(defaultValue = "UNICODE") Encoding encoding,
      @AuthenticationPrincipal Identity officer,
      RedirectAttributes next)
      throws IOException {
    if (list.getOriginalFilename() == null || list.getOriginalFilename().isBlank()) {
      return refusal("NONE", "", next);
    }
    try {
      return "redirect:/jobs/" + uploads.accept(list, encoding, officer.name().orElse("–"));
    } catch (InvalidRequestException e) {
      return refusal(WrongFile.of(e).name(), Detail.of(e), next);
    }
  }

  private static String refusal(String kind, String detail, RedirectAttributes next) {
    next.addFlashAttribute("mistake", kind);
    next.addFlashAttribute("detail", detail);
    return "redirect:/jobs";
  }
}
