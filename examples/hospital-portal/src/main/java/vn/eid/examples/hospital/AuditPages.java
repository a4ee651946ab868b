package vn.eid.examples.hospital;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.eid.consent.ConsentId;

/** An inspector sees who read what, and takes the proofs along. */
@Controller
@RequestMapping("/audit")
class AuditPages {
  private final Ledger ledger;
  private final ConsentBook book;
  private final Proofs proofs;

  AuditPages(Ledger ledger, ConsentBook book, Proofs proofs) {
    this.ledger = ledger;
    this.book = book;
    this.proofs = proofs;
  }

  @GetMapping
  String ledger(Model model) {
    model.addAttribute("check", ledger.check());
    model.addAttribute("head", ledger.head().toString());
    model.addAttribute("lines", ledger.newestFirst());
    model.addAttribute(
        "given", book.newestFirst().stream().filter(asked -> asked.state().wasGiven()).toList());
    return "audit/ledger";
  }

  @GetMapping("/ledger.zip")
  void ledgerFile(HttpServletResponse response) throws IOException {
    Proofs.send(response, "ledger.zip", proofs.ofTheLedger());
  }

  @GetMapping("/evidence/{id}")
  void evidence(@PathVariable ConsentId id, HttpServletResponse response) throws IOException {
    Proofs.send(response, "consent-" + id + ".zip", proofs.of(id));
  }
}
