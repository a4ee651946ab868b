package vn.eid.examples.hospital;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import vn.eid.InvalidRequestException;
import vn.eid.audit.LedgerEntry;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;

/** A doctor says why, and reads. */
@Controller
@RequestMapping("/doctor")
class DoctorPages {
  private static final String WHY = "why.";

  private final ConsentDesk desk;
  private final ConsentBook book;
  private final OpenPages openPages;
  private final Archive archive;
  private final Charts charts;

  DoctorPages(
      ConsentDesk desk, ConsentBook book, OpenPages openPages, Archive archive, Charts charts) {
    this.desk = desk;
    this.book = book;
    this.openPages = openPages;
    this.archive = archive;
    this.charts = charts;
  }

  @GetMapping
  String list(Model model) {
    Instant now = Instant.now();
    model.addAttribute(
        "patients", book.newestFirst().stream().filter(asked -> asked.stands(now)).toList());
    return "doctor/list";
  }

  @GetMapping("/patients/{id}")
  String why(@PathVariable ConsentId id, Model model) {
    return why(id, "", model);
  }

  /** The reason stands in the ledger beside each look, so it holds for this session alone. */
  @PostMapping("/patients/{id}")
  String because(
      @PathVariable ConsentId id,
      @RequestParam String ward,
      @RequestParam String reason,
      Principal doctor,
      HttpSession session,
      Model model,
      HttpServletResponse response) {
    find(id);
    String askedBy = doctor.getName() + ", " + ward.strip() + ": " + reason.strip();
    try {
      LedgerEntry.checkAskedBy(askedBy);
    } catch (InvalidRequestException e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return why(id, e.field(), model);
    }
    session.setAttribute(WHY + id, askedBy);
    return "redirect:/doctor/patients/" + id + "/record";
  }

  @GetMapping("/patients/{id}/record")
  String record(@PathVariable ConsentId id, HttpSession session, Model model) {
    AskedConsent asked = find(id);
    if (!(session.getAttribute(WHY + id) instanceof String askedBy)) {
      return "redirect:/doctor/patients/" + id;
    }
    Consent.Active consent = desk.requireActive(id);
    model.addAttribute("asked", asked);
    model.addAttribute("consent", consent);
    model.addAttribute("chart", charts.of(archive.open(consent, askedBy)));
    model.addAttribute("askedBy", askedBy);
    model.addAttribute("now", Instant.now());
    return "doctor/record";
  }

  /** Once more from the registry: a source that did not answer before may do so now. */
  @PostMapping("/patients/{id}/again")
  String again(@PathVariable ConsentId id, @RequestParam String dataSet, HttpSession session) {
    find(id);
    if (session.getAttribute(WHY + id) instanceof String askedBy) {
      Consent.Active consent = desk.requireActive(id);
      DataSets.named(consent.dataSets()).stream()
          .filter(agreed -> agreed.name().equals(dataSet))
          .forEach(agreed -> archive.pull(consent, agreed, askedBy));
    }
    return "redirect:/doctor/patients/" + id + "/record";
  }

  /** What the open page asks every few seconds. */
  @GetMapping("/patients/{id}/state")
  @ResponseBody
  String state(@PathVariable ConsentId id) {
    openPages.look(find(id));
    return find(id).shownAt(Instant.now());
  }

  private String why(ConsentId id, String wrong, Model model) {
    model.addAttribute("asked", find(id));
    model.addAttribute("wrong", wrong);
    return "doctor/why";
  }

  private AskedConsent find(ConsentId id) {
    return book.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
