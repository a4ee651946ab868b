package vn.eid.examples.hospital;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import vn.eid.InvalidRequestException;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;
import vn.eid.consent.Notice;
import vn.eid.examples.frame.QrCode;

/** The desk asks citizens, and sees what they decided; it sees no record. */
@Controller
@RequestMapping("/desk")
class DeskPages {
  private final ConsentDesk desk;
  private final ConsentBook book;

  DeskPages(ConsentDesk desk, ConsentBook book) {
    this.desk = desk;
    this.book = book;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("requests", book.newestFirst());
    model.addAttribute("now", Instant.now());
    return "desk/list";
  }

  @GetMapping("/ask")
  String form(Model model) {
    return form(AskForm.empty(), "", model);
  }

  @PostMapping("/ask")
  String ask(
      @ModelAttribute AskForm form, Principal clerk, Model model, HttpServletResponse response) {
    try {
      return "redirect:/desk/requests/" + desk.ask(form, clerk.getName());
    } catch (InvalidRequestException e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return form(form, e.field(), model);
    }
  }

  /** The registry is asked each time: what is shown here is how it stands. */
  @GetMapping("/requests/{id}")
  String request(@PathVariable ConsentId id, Model model, HttpServletResponse response) {
    find(id);
    Consent consent = desk.look(id);
    model.addAttribute("asked", find(id));
    model.addAttribute("consent", consent);
    model.addAttribute("now", Instant.now());
    if (consent instanceof Consent.Requested requested) {
      // Without script the page waits too, only slower.
      response.setHeader("Refresh", "20");
      model.addAttribute("qr", QrCode.of(requested.approvalUri().toString()));
    }
    return "desk/request";
  }

  @GetMapping("/requests/{id}/state")
  @ResponseBody
  String state(@PathVariable ConsentId id) {
    return find(id).shownAt(Instant.now());
  }

  @PostMapping("/requests/{id}/give-back")
  String giveBack(@PathVariable ConsentId id) {
    find(id);
    desk.giveBack(id);
    return "redirect:/desk/requests/" + id;
  }

  private String form(AskForm form, String wrong, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("wrong", wrong);
    model.addAttribute("purposes", CarePurpose.values());
    model.addAttribute("dataSets", DataSets.names());
    model.addAttribute("notice", Notice.standard());
    return "desk/ask";
  }

  private AskedConsent find(ConsentId id) {
    return book.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
