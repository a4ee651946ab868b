package vn.eid.examples.desk;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.eid.login.Identity;

/** Asks before it deletes a job: the list, the results and what the desk noted of it. */
@Controller
@RequestMapping("/jobs/{id}/deletion")
final class DeletionPage {
  private static final Logger LOG = LoggerFactory.getLogger(DeletionPage.class);

  private final JobViews views;
  private final Jobs jobs;
  private final DeskProperties desk;

  DeletionPage(JobViews views, Jobs jobs, DeskProperties desk) {
    this.views = views;
    this.jobs = jobs;
    this.desk = desk;
  }

  @GetMapping
  String page(@PathVariable String id, Model model) {
    JobView job = views.find(id);
    model.addAttribute("job", job);
    model.addAttribute("days", desk.keep().toDays());
    return job.isDeletable() ? "deletion" : "redirect:/jobs/{id}";
  }

  @PostMapping
  String delete(@PathVariable String id, @AuthenticationPrincipal Identity officer)
      throws IOException {
    if (!views.find(id).isDeletable()) {
      return "redirect:/jobs/{id}";
    }
    jobs.delete(id);
    // The subject is a pseudonym: a log names nobody.
    LOG.info("Job {} was deleted by {}.", id, officer.subject());
    return "redirect:/jobs";
  }
}
