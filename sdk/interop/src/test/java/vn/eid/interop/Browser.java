package vn.eid.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/**
 * A browser without script: it keeps cookies, follows redirects and sends the forms that it meets.
 * It stops where the application's pages begin.
 */
final class Browser {
  private static final int MAX_STEPS = 20;

  /** How a person fills in a form. */
  interface Answers {
    Connection fillIn(FormElement form);
  }

  private final Connection session =
      Jsoup.newSession()
          .cookieStore(new LoopbackCookies())
          .followRedirects(false)
          .ignoreHttpErrors(true)
          .ignoreContentType(true);

  /** Opens a page where nobody needs to type: forms are sent as they are. */
  URI open(URI page) {
    return open(page, FormElement::submit);
  }

  /** Opens a page; gives the application's address at which the provider lets go of the browser. */
  URI open(URI page, Answers answers) {
    URI at = page;
    Connection next = session.newRequest(page.toString());
    for (int step = 0; step < MAX_STEPS; step++) {
      Connection.Response answer = execute(next);
      if (answer.hasHeader("Location")) {
        at = at.resolve(String.valueOf(answer.header("Location")));
        if (TestedProvider.CALLBACK.getHost().equals(at.getHost())) {
          return at;
        }
        next = session.newRequest(at.toString());
      } else {
        next = answers.fillIn(form(answer));
      }
    }
    throw new AssertionError("The provider does not let go of the browser.");
  }

  private static FormElement form(Connection.Response page) {
    try {
      List<FormElement> forms = page.readFully().parse().forms();
      if (forms.isEmpty()) {
        throw new AssertionError("The provider's page has no form: " + page.body());
      }
      return forms.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Connection.Response execute(Connection request) {
    try {
      return request.execute();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
