package vn.eid.examples.bank;

import java.io.IOException;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** Somebody at a browser of their own, which follows where it is sent. */
final class Visitor {
  private final Connection browser;
  private final String bank;
  private Document page = new Document("");

  Visitor(int port) {
    this.bank = "http://localhost:" + port;
    this.browser =
        Jsoup.newSession().header("Accept", "text/html").ignoreHttpErrors(true).timeout(20_000);
  }

  Visitor at(String path) throws IOException {
    page = browser.newRequest(bank + path).get();
    return this;
  }

  Visitor fill(String id, String value) {
    page.expectFirst("#" + id).val(value);
    return this;
  }

  Visitor tick(String name) {
    page.expectFirst("[name=" + name + "]").attr("checked", true);
    return this;
  }

  /** Sends the form of the button that says this. */
  Visitor press(String button) throws IOException {
    page = form(button).submit().execute().parse();
    return this;
  }

  /** The same from a page that is open still, as a second press sends it. */
  Connection again(String button) {
    return form(button).submit();
  }

  private FormElement form(String button) {
    return page.expectForm("main form:has(button:containsOwn(" + button + "))");
  }

  String heading() {
    return page.expectFirst("h1").text();
  }

  String text() {
    return page.expectFirst("main").text();
  }

  String path() {
    return page.location().replace(bank, "");
  }

  Document page() {
    return page;
  }

  /** From the first page to an account that is open. */
  Visitor opensAccount() throws IOException {
    return at("/open")
        .press("Đúng là tôi")
        .tick("agree")
        .press("Đi tiếp")
        .press("Liên kết mã số thuế")
        .press("Mở tài khoản của tôi");
  }

  /** A transfer up to the page that wants it confirmed. */
  Visitor orders(String amount) throws IOException {
    return at("/transfers/new")
        .fill("payee", "1000000001")
        .fill("amount", amount)
        .fill("message", "Tiền điện")
        .press("Tiếp tục");
  }
}
