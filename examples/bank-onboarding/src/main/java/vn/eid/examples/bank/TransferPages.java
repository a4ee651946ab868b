package vn.eid.examples.bank;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.Identity;
import vn.eid.spring.LoginDemand;
import vn.eid.spring.StepUpRequiredException;

/**
 * A transfer is typed, kept, confirmed and done. What is confirmed is what was kept: amount and
 * payee stand in the database, and the address holds a name of it that is worth nothing to others.
 */
@Controller
class TransferPages {
  /** The shortest there is: the provider is to see the citizen, and not to remember them. */
  private static final LoginDemand ANEW =
      LoginDemand.of(AuthenticationLevel.LEVEL_3).andWithin(Duration.ofSeconds(30));

  private final Customers customers;
  private final Accounts accounts;
  private final Transfers transfers;
  private final Payments payments;

  TransferPages(Customers customers, Accounts accounts, Transfers transfers, Payments payments) {
    this.customers = customers;
    this.accounts = accounts;
    this.transfers = transfers;
    this.payments = payments;
  }

  @GetMapping("/transfers/new")
  String form(@AuthenticationPrincipal Identity citizen, Model page) {
    page.addAttribute("form", TransferForm.empty());
    page.addAttribute("account", accounts.find(accountOf(citizen)).orElseThrow());
    return "transfer-form";
  }

  @PostMapping("/transfers/new")
  String prepare(
      @AuthenticationPrincipal Identity citizen,
      @ModelAttribute("form") TransferForm form,
      Model page) {
    String payer = accountOf(citizen);
    Optional<TransferForm.Order> order = form.order();
    boolean payable =
        order
            .filter(one -> !one.payee().equals(payer))
            .flatMap(one -> accounts.find(one.payee()))
            .isPresent();
    if (payable) {
      return "redirect:/transfers/" + transfers.prepare(payer, order.orElseThrow());
    }
    page.addAttribute("wrong", true);
    page.addAttribute("unknownPayee", order.isPresent());
    page.addAttribute("account", accounts.find(payer).orElseThrow());
    return "transfer-form";
  }

  @GetMapping("/transfers/{id}")
  String look(@AuthenticationPrincipal Identity citizen, @PathVariable UUID id, Model page) {
    Transfer transfer = transfer(citizen, id);
    page.addAttribute("transfer", transfer);
    page.addAttribute(
        "standing", payments.standing(transfer, StepUpRule.recognition(citizen)).name());
    return "transfer";
  }

  @PostMapping("/transfers/{id}")
  String confirm(@AuthenticationPrincipal Identity citizen, @PathVariable UUID id) {
    String page = "/transfers/" + id;
    Transfer transfer = transfer(citizen, id);
    Payments.Standing standing = payments.carryOut(transfer, StepUpRule.recognition(citizen));
    if (standing == Payments.Standing.NEEDS_STEP_UP) {
      // Not enforce(): a login of this minute would do for it, and it was for something else.
      throw new StepUpRequiredException(ANEW.andBackTo(page));
    }
    return "redirect:" + page;
  }

  @PostMapping("/transfers/{id}/cancel")
  String cancel(@AuthenticationPrincipal Identity citizen, @PathVariable UUID id) {
    transfers.cancel(id, accountOf(citizen));
    return "redirect:/account";
  }

  private Transfer transfer(Identity citizen, UUID id) {
    return transfers.find(id, accountOf(citizen)).orElseThrow(TransferPages::missing);
  }

  private String accountOf(Identity citizen) {
    return customers.find(citizen).flatMap(Customer::account).orElseThrow(TransferPages::missing);
  }

  /** The same for what is another's: nobody learns that it exists. */
  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
