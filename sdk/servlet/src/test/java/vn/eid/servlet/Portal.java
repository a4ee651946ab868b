package vn.eid.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.StorageKey;
import vn.eid.login.Claim;
import vn.eid.login.LoginRequest;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;
import vn.eid.webhook.WebhookEvent;

/** A portal without a framework, in a Tomcat, beside a mock server of its own. */
final class Portal implements AutoCloseable {
  final EidMock mock;
  final URI address;
  final List<WebhookEvent> heard = new CopyOnWriteArrayList<>();
  private final EidClient client;
  private final Tomcat tomcat = new Tomcat();

  Portal(File folder) throws Exception {
    int port = freePort();
    address = URI.create("http://localhost:" + port);
    URI callback = address.resolve("/callback");
    mock =
        EidMock.start(
            MockOptions.defaults()
                .redirectUri(callback.toString())
                .logoutUri(address.resolve("/out").toString()));
    client =
        EidClient.builder(
                Environment.sandbox(mock.issuer()),
                mock.clientId(),
                ClientKey.fromJwk(mock.clientKeyJwk()))
            .storageKey(
                StorageKey.of(
                    "a storage key of just 32 bytes..".getBytes(StandardCharsets.US_ASCII)))
            .build();
    tomcat.setBaseDir(folder.getPath());
    tomcat.setPort(port);
    tomcat.getConnector();
    Context context = tomcat.addContext("", folder.getPath());
    LoginRequest login = LoginRequest.returningTo(callback).asking(Claim.NAME);
    filter(
        context,
        new EidLoginFilter(client, login, address.resolve("/out")).failurePage("/sorry"),
        "/*");
    filter(context, new Nosy(), "/nosy/*");
    servlet(context, "page", new Page(), "/");
    servlet(context, "hook", new EidWebhookServlet(client, heard::add), "/hook");
    servlet(context, "nosy", new EidWebhookServlet(client, heard::add), "/nosy/hook");
    tomcat.start();
  }

  private static void filter(Context context, HttpFilter filter, String pages) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(filter.getClass().getName());
    definition.setFilter(filter);
    context.addFilterDef(definition);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName(definition.getFilterName());
    mapping.addURLPattern(pages);
    context.addFilterMap(mapping);
  }

  private static void servlet(Context context, String name, HttpServlet servlet, String path) {
    Tomcat.addServlet(context, name, servlet);
    context.addServletMappingDecoded(path, name);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
    client.close();
    mock.close();
  }

  /** Says who is there. */
  private static final class Page extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain;charset=UTF-8");
      response
          .getWriter()
          .print(
              request.getServletPath()
                  + " "
                  + EidLoginFilter.identity(request).flatMap(who -> who.name()).orElse("nobody"));
    }
  }

  /** What a framework does that reads a form before anybody asks. */
  private static final class Nosy extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      request.getParameterMap();
      chain.doFilter(request, response);
    }
  }
}
