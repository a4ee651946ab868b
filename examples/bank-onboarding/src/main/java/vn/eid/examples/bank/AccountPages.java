package vn.eid.examples.bank;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.eid.login.Identity;

/** What a customer has. */
@Controller
class AccountPages {
  private final Customers customers;
  private final Accounts accounts;
  private final Transfers transfers;

  AccountPages(Customers customers, Accounts accounts, Transfers transfers) {
    this.customers = customers;
    this.accounts = accounts;
    this.transfers = transfers;
  }

  @GetMapping("/account")
  String account(@AuthenticationPrincipal Identity citizen, Model page) {
    Customer customer = customers.find(citizen).orElse(null);
    if (customer == null || customer.account().isEmpty()) {
      return "redirect:/open";
    }
    String number = customer.account().get();
    page.addAttribute("account", accounts.find(number).orElseThrow());
    page.addAttribute("blocked", customer.blocked());
    page.addAttribute("waiting", transfers.waiting(number));
    page.addAttribute("latest", transfers.latest(number));
    return "account";
  }
}
