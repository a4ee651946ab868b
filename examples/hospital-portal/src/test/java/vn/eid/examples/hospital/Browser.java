package vn.eid.examples.hospital;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** Somebody's browser, with cookies of its own and without script. */
final class Browser {
  private final String portal;
  private final Connection session =
      Jsoup.newSession()
          .header("Accept", "text/html")
          .ignoreHttpErrors(true)
          .ignoreContentType(true)
          .maxBodySize(0);
  private int status;

  private Browser(int port) {
    this.portal = "http://localhost:" + port;
  }

  static Browser at(int port) {
    return new Browser(port);
  }

  /** Of a member of staff who logged in. */
  static Browser of(String name, int port) {
    Browser browser = new Browser(port);
    FormElement form = form(browser.open("/login"), "main form");
    browser.send(form, "username", name, "password", name + "-2611");
    return browser;
  }

  Document open(String path) {
    try {
      return parsed(session.newRequest(portal + path).execute());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] download(String path) {
    try {
      return session.newRequest(portal + path).execute().bodyAsBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String script(String path) {
    try {
      Connection.Response answer =
          session.newRequest(portal + path).header("Accept", "application/json").execute();
      status = answer.statusCode();
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a form of the page; names and values come in turn, a name may come several times. */
  Document send(FormElement form, String... fields) {
    try {
      Connection request = session.newRequest(form.absUrl("action"));
      request.method(Connection.Method.POST);
      for (Connection.KeyVal kept : form.formData()) {
        if (!List.of(fields).contains(kept.key())) {
          request.data(kept.key(), kept.value());
        }
      }
      for (int i = 0; i < fields.length; i += 2) {
        request.data(fields[i], fields[i + 1]);
      }
      return parsed(request.execute());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FormElement form(Document page, String selector) {
    return (FormElement) page.expectFirst(selector);
  }

  /** Of the last answer. */
  int status() {
    return status;
  }

  private Document parsed(Connection.Response answer) throws IOException {
    status = answer.statusCode();
    return answer.parse();
  }
}
