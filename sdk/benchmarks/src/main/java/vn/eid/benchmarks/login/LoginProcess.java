package vn.eid.benchmarks.login;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.eid.benchmarks.ChildJvm;

/**
 * The process of one contender: it is told how many logins, how many at once; says what it took.
 */
final class LoginProcess {
  private final LoginContender contender;
  private final Application application;
  private Optional<LoginClient> client = Optional.empty();

  private LoginProcess(LoginContender contender, Application application) {
    this.contender = contender;
    this.application = application;
  }

  /** {@code contender issuer clientId keyFile}. */
  public static void main(String[] args) throws Exception {
    Application application = Application.of(new String[] {args[1], args[2], args[3]});
    LoginProcess process = new LoginProcess(LoginContender.valueOf(args[0]), application);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] order = line.split(" ", -1);
      System.out.println(process.run(Integer.parseInt(order[0]), Integer.parseInt(order[1])));
    }
    System.exit(0);
  }

  private String run(int logins, int atOnce) throws Exception {
    LoginClient current = client.isPresent() ? client.get() : contender.client(application);
    client = Optional.of(current);
    long cpuBefore = ChildJvm.cpuNanos();
    long startedAt = System.nanoTime();
    logIn(current, logins, atOnce);
    return (System.nanoTime() - startedAt) + " " + (ChildJvm.cpuNanos() - cpuBefore);
  }

  private void logIn(LoginClient current, int logins, int atOnce) throws Exception {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < atOnce; i++) {
        all.add(threads.submit(() -> logIn(current, next, logins)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private @Nullable Void logIn(LoginClient current, AtomicInteger next, int logins)
      throws Exception {
    URI issuer = application.issuer();
    try (Browser browser = new Browser(issuer)) {
      while (next.getAndIncrement() < logins) {
        if (current.logIn(browser).isEmpty()) {
          throw new IllegalStateException("Nobody logged in.");
        }
      }
    }
    return null;
  }
}
