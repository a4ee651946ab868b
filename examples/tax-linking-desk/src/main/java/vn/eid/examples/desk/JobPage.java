package vn.eid.examples.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.eid.examples.desk.JobCard.State;

/** One job: how far it is, what came of it, and what may be done with it. */
@Controller
@RequestMapping("/jobs/{id}")
final class JobPage {
  private static final String RELOAD_AFTER_SECONDS = "5";

  private final JobViews views;
  private final ProgressFacts facts;
  private final Jobs jobs;
  private final Worker worker;

  JobPage(JobViews views, ProgressFacts facts, Jobs jobs, Worker worker) {
    this.views = views;
    this.facts = facts;
    this.jobs = jobs;
    this.worker = worker;
  }

  @GetMapping
  String page(@PathVariable String id, Locale reader, Model model, HttpServletResponse response)
      throws IOException {
    JobView job = views.find(id);
    model.addAttribute("job", job);
    model.addAttribute("facts", facts.of(job, reader));
    if (job.isMoving()) {
      // For browsers without script; progress.js calls it off.
      response.setHeader("Refresh", RELOAD_AFTER_SECONDS);
    }
    if (job.isFinished()) {
      JobFolder folder = jobs.folder(id).orElseThrow();
      model.addAttribute("attention", Attention.of(new ResultsFile(folder.results())));
    }
    return "job";
  }

  /** What changes on the page, for its script. */
  @GetMapping("/progress")
  @ResponseBody
  Map<String, Object> progress(@PathVariable String id, Locale reader) {
    JobView job = views.find(id);
    return Map.of("moving", job.isMoving(), "facts", facts.of(job, reader));
  }

  @PostMapping("/pause")
  String pause(@PathVariable String id) {
    jobs.update(id, job -> job.state() == State.UNFINISHED ? job.in(State.PAUSED) : job);
    worker.letGo(id);
    return "redirect:/jobs/{id}";
  }

  @PostMapping("/going-on")
  String goOn(@PathVariable String id) {
    JobView job = views.find(id);
    if (!job.isMoving() && !job.isFinished()) {
      jobs.update(id, card -> card.in(State.UNFINISHED));
      worker.take(id);
    }
    return "redirect:/jobs/{id}";
  }
}
