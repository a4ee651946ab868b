package vn.eid.examples.bank;

import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.eid.login.Identity;

/**
 * Opening an account, step by step, all at one address: whoever comes back, from another device
 * too, finds the step that is next. A step that is sent out of turn does nothing.
 */
@Controller
class OpeningPages {
  private static final String NEXT = "redirect:/open";

  private final Customers customers;
  private final TaxLinking tax;
  private final Accounts accounts;
  private final Clock clock;

  OpeningPages(Customers customers, TaxLinking tax, Accounts accounts, Clock clock) {
    this.customers = customers;
    this.tax = tax;
    this.accounts = accounts;
    this.clock = clock;
  }

  @GetMapping("/open")
  String step(@AuthenticationPrincipal Identity citizen, Model page) {
    Optional<Customer> customer = customers.find(citizen);
    if (customer.isEmpty()) {
      page.addAttribute("oldEnough", isOldEnough(citizen));
      return "open-identity";
    }
    if (!customer.get().termsAccepted()) {
      return "open-terms";
    }
    page.addAttribute("answer", customer.get().tax().orElse(null));
    return customer.get().account().isPresent() ? "redirect:/account" : "open-tax";
  }

  @PostMapping("/open/identity")
  String identity(@AuthenticationPrincipal Identity citizen) {
    if (isOldEnough(citizen)) {
      customers.identify(citizen);
    }
    return NEXT;
  }

  @PostMapping("/open/terms")
  String terms(
      @AuthenticationPrincipal Identity citizen, @RequestParam(defaultValue = "") String agree) {
    customers
        .find(citizen)
        .filter(customer -> agree.equals("yes"))
        .ifPresent(customers::acceptTerms);
    return NEXT;
  }

  @PostMapping("/open/tax")
  String tax(@AuthenticationPrincipal Identity citizen) {
    customers
        .find(citizen)
        .filter(Customer::termsAccepted)
        .filter(customer -> !customer.isLinked())
        .ifPresent(customer -> tax.linkOrReview(customer, citizen));
    return NEXT;
  }

  @PostMapping("/open/account")
  String account(@AuthenticationPrincipal Identity citizen) {
    customers.find(citizen).filter(Customer::isLinked).ifPresent(accounts::open);
    return NEXT;
  }

  private boolean isOldEnough(Identity citizen) {
    return citizen
        .birthDate()
        .filter(born -> OpeningAge.isReachedBy(born, VietnamTime.today(clock)))
        .isPresent();
  }
}
