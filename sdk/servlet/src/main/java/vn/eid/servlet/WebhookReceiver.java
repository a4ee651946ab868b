package vn.eid.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.EidClient;
import vn.eid.EidException;
import vn.eid.UntrustedException;
import vn.eid.webhook.WebhookEvent;

/**
 * Takes a message of the national systems out of a request, and answers as {@link
 * vn.eid.webhook.Webhooks#accept} says. At most 64 kB and one byte are read.
 *
 * <p>An event is handed on before it is answered for. Where the listener throws, the answer is 503,
 * and the sender comes again; so an event that was handed on may come once more, also where only
 * the answer was lost, and what you do about it must bear being done twice. A logout notice alone
 * is handed on once: a repetition is refused, and what depends on it, {@link
 * vn.eid.login.LoginSessions#isLoggedOut}, knows by then. This class is thread-safe, if the
 * listener is.
 */
public final class WebhookReceiver {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.servlet");
  private static final int TOO_LONG = (1 << 16) + 1;

  private final EidClient client;
  private final Consumer<WebhookEvent> listener;

  public WebhookReceiver(EidClient client, Consumer<WebhookEvent> listener) {
    this.client = client;
    this.listener = listener;
  }

  /** Takes a request whose body nobody has read. */
  public void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    Optional<byte[]> body = rawBody(request);
    if (body.isEmpty()) {
      LOG.error(
          "A webhook's body had been read or changed before it got here, by a filter or a framework"
              + " that parses forms or JSON: put the webhook before that. The sender comes again.");
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    accept(headers(request), body.get(), response);
  }

  private void accept(Map<String, List<String>> headers, byte[] body, HttpServletResponse response)
      throws IOException {
    try {
      WebhookEvent event = client.webhooks().accept(headers, body);
      listener.accept(event instanceof WebhookEvent.Repeated again ? again.event() : event);
      response.setStatus(good(event));
    } catch (UntrustedException e) {
      LOG.warn("A webhook is refused: {}", e.getMessage());
      refuse(response);
    } catch (EidException e) {
      LOG.warn("A webhook has to come again: {}", e.getMessage());
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } catch (RuntimeException e) {
      // Its words may hold anything; the listener's own log may say more.
      LOG.error("A webhook has to come again: a listener threw {}.", e.getClass().getName());
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private static int good(WebhookEvent event) {
    if (event instanceof WebhookEvent.LoggedOut) {
      return HttpServletResponse.SC_OK;
    }
    return event instanceof WebhookEvent.PushAnswered
        ? HttpServletResponse.SC_NO_CONTENT
        : HttpServletResponse.SC_ACCEPTED;
  }

  /** RFC 8935, section 2.3. */
  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    response.setContentType("application/json");
    response
        .getOutputStream()
        .write("{\"err\":\"invalid_request\"}".getBytes(StandardCharsets.US_ASCII));
  }

  /** Empty where it is not as long as it was sent: somebody read or changed it on the way. */
  private static Optional<byte[]> rawBody(HttpServletRequest request) throws IOException {
    byte[] body;
    try {
      body = request.getInputStream().readNBytes(TOO_LONG);
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
    long announced = request.getContentLengthLong();
    boolean whole = announced < 0 || body.length == Math.min(announced, TOO_LONG);
    return whole ? Optional.of(body) : Optional.empty();
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }
}
