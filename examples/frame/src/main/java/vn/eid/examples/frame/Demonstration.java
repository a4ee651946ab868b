package vn.eid.examples.frame;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationShutdownHandlers;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;

/**
 * Starts an application on this machine with the mock server beside it, which plays the national
 * systems, ten ports further. {@code --server.port} says another port.
 *
 * <p>What it sets is overruled by its arguments alone: the environment of whoever starts it may
 * name the database or the provider of a real application.
 */
public final class Demonstration {
  private static final int FURTHER = 10;

  private final Class<?> application;
  private final String[] arguments;
  private final int port;
  private UnaryOperator<MockOptions> more = UnaryOperator.identity();
  private final Map<String, Object> properties = new HashMap<>();

  private Demonstration(Class<?> application, int usualPort, String[] arguments) {
    this.application = application;
    this.arguments = arguments.clone();
    String said = new SimpleCommandLinePropertySource(arguments).getProperty("server.port");
    this.port = said == null ? usualPort : Integer.parseInt(said);
  }

  /** Of an application that listens here unless the arguments say otherwise. */
  public static Demonstration of(Class<?> application, int usualPort, String... arguments) {
    return new Demonstration(application, usualPort, arguments);
  }

  /** Sets up the national systems further. */
  public Demonstration nationalSystems(UnaryOperator<MockOptions> more) {
    this.more = more;
    return this;
  }

  /** A property of the application, such as the address of a database that runs for it alone. */
  public Demonstration setting(String name, Object value) {
    properties.put(name, value);
    return this;
  }

  /** Starts both, and says where the pages are. Both end with the process. */
  public EidMock run() {
    URI home = URI.create("http://localhost:" + port + "/");
    EidMock mock = EidMock.start(more.apply(options(home)));
    SpringApplicationShutdownHandlers ends = SpringApplication.getShutdownHandlers();
    ends.add(mock::close);
    properties.put("server.port", port);
    properties.put("server.address", "localhost");
    properties.put("server.servlet.session.cookie.secure", false);
    properties.put("national-systems", mock.issuer().toString());
    properties.put("eid.issuer", mock.issuer().toString());
    properties.put("eid.client-id", mock.clientId());
    properties.put("eid.key.jwk", mock.clientKeyJwk());
    properties.put("eid.sandbox", "true");
    properties.put("eid.login.after-logout", home.toString());
    SpringApplication app = new SpringApplication(application);
    app.addInitializers(this::overrule);
    run(app, mock);
    System.out.printf("%n  %s%n  the citizens' phone: %s/phone%n%n", home, mock.issuer());
    return mock;
  }

  private void overrule(ConfigurableApplicationContext context) {
    MapPropertySource ours = new MapPropertySource("demonstration", properties);
    MutablePropertySources all = context.getEnvironment().getPropertySources();
    String said = CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME;
    if (all.contains(said)) {
      all.addAfter(said, ours);
    } else {
      all.addFirst(ours);
    }
  }

  /** Where the application does not start, nothing else is to keep the process alive. */
  private void run(SpringApplication app, EidMock mock) {
    boolean runs = false;
    try {
      app.run(arguments);
      runs = true;
    } finally {
      if (!runs) {
        mock.close();
      }
    }
  }

  private MockOptions options(URI home) {
    URI webhook = home.resolve("eid/webhook");
    return MockOptions.defaults()
        .port(port + FURTHER)
        .interactive(true)
        .redirectUri(home.resolve("eid/callback").toString())
        .logoutUri(home.toString())
        .deliverLogoutTo(webhook)
        .deliverEventsTo(webhook);
  }
}
