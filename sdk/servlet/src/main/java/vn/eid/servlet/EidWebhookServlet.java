package vn.eid.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;
import vn.eid.EidClient;
import vn.eid.webhook.WebhookEvent;

/**
 * The address to register for webhooks. No filter before it may read forms or bodies. For what it
 * answers, and what a listener that throws does, see {@link WebhookReceiver}.
 */
public final class EidWebhookServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient WebhookReceiver receiver;

  /** A servlet that hands each checked event to a listener. */
  public EidWebhookServlet(EidClient client, Consumer<WebhookEvent> listener) {
    this.receiver = new WebhookReceiver(client, listener);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    receiver.receive(request, response);
  }
}
