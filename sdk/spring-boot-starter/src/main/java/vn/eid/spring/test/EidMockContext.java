package vn.eid.spring.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;

/** A mock server that lives as long as its context. */
final class EidMockContext implements ContextCustomizer {
  private static final String PORT = "server.port";

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    String port = port(context.getEnvironment().getProperty(PORT, "8080"));
    String path = context.getEnvironment().getProperty("server.servlet.context-path", "");
    String application = "http://localhost:" + port + path;
    EidMock mock =
        EidMock.start(
            MockOptions.defaults()
                .redirectUri("http://localhost/callback")
                .redirectUri(application + "/eid/callback")
                .logoutUri(application + "/"));
    context.getBeanFactory().registerSingleton("eidMock", mock);
    context.addApplicationListener(new ClosedWithContext(mock, context));
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("eidMock", properties(mock, port)));
  }

  private static Map<String, Object> properties(EidMock mock, String port) {
    return Map.of(
        PORT,
        port,
        "eid.issuer",
        mock.issuer().toString(),
        "eid.client-id",
        mock.clientId(),
        "eid.key.jwk",
        mock.clientKeyJwk(),
        "eid.sandbox",
        "true");
  }

  /** A redirect URI is registered with its port, so a random one is drawn before the start. */
  private static String port(String wanted) {
    if (!wanted.equals("0")) {
      return wanted;
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(free.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them are alike, so contexts that differ in nothing else are one. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EidMockContext;
  }

  @Override
  public int hashCode() {
    return EidMockContext.class.hashCode();
  }
}
