package consumer;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import vn.eid.EidClient;
import vn.eid.login.Claim;
import vn.eid.login.LoginRequest;
import vn.eid.servlet.EidLoginFilter;
import vn.eid.servlet.EidWebhookServlet;

/** An application of one page: it greets who is there, and counts the events it was told. */
public final class Portal extends HttpServlet implements AutoCloseable {
  private static final long serialVersionUID = 1L;

  private final transient Tomcat tomcat = new Tomcat();
  private final transient EidClient eid;
  private final AtomicInteger events = new AtomicInteger();

  public Portal(EidClient eid, URI address, Path folder) throws LifecycleException {
    this.eid = eid;
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(address.getPort());
    tomcat.getConnector();
    tomcat
        .addContext("", folder.toString())
        .addServletContainerInitializer((none, context) -> register(context, address), Set.of());
    tomcat.start();
  }

  private void register(ServletContext context, URI address) {
    LoginRequest login = LoginRequest.returningTo(address.resolve("/callback")).asking(Claim.NAME);
    context
        .addFilter("eid", new EidLoginFilter(eid, login, address.resolve("/out")))
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    context
        .addServlet("webhook", new EidWebhookServlet(eid, event -> events.incrementAndGet()))
        .addMapping("/webhook");
    context.addServlet("home", this).addMapping("/");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name =
        EidLoginFilter.identity(request).flatMap(citizen -> citizen.name()).orElse("nobody");
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print("Xin chào " + name + ", " + events + " events");
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
    eid.close();
  }
}
