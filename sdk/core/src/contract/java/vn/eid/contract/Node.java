package vn.eid.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.StorageKey;
import vn.eid.UntrustedException;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginRequest;
import vn.eid.spi.SharedStore;

/** A node of an application: reads what to do line by line, and answers each with a line. */
public final class Node {
  /** Half of the threads that race; the other half are the other node's. */
  static final int THREADS = 16;

  private static final URI CALLBACK = URI.create("https://app.example/callback");

  private final EidClient client;
  private final SharedStore store;

  private Node(EidClient client, SharedStore store) {
    this.client = client;
    this.store = store;
  }

  /** Of issuer, client id, key, storage key, opener and address. */
  public static void main(String[] args) throws Exception {
    var opener = Class.forName(args[4]).getDeclaredConstructor();
    opener.setAccessible(true);
    SharedStore store = ((StoreOpener) opener.newInstance()).open(args[5]);
    Environment environment = Environment.sandbox(URI.create(args[0]));
    StorageKey key = StorageKey.of(args[3].getBytes(StandardCharsets.US_ASCII));
    try (EidClient client =
        EidClient.builder(environment, args[1], ClientKey.fromJwk(args[2]))
            .sharedStore(store, key)
            .build()) {
      new Node(client, store).serve();
    }
    System.exit(0);
  }

  private void serve() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      System.out.println(answer(line.split(" ", -1)));
    }
  }

  private String answer(String[] words) {
    try {
      return switch (words[0]) {
        case "begin" -> begin(browser(words[1]));
        case "finish" -> finish(browser(words[1]), URI.create(words[2]));
        default -> Long.toString(race(words[1], Long.parseLong(words[2])));
      };
    } catch (UntrustedException e) {
      return e.check().name();
    } catch (Exception e) {
      e.printStackTrace();
      return e.getClass().getSimpleName();
    }
  }

  private static BrowserSession browser(String name) {
    return BrowserSession.of("one of the browsers: " + name);
  }

  private String begin(BrowserSession browser) {
    LoginRequest request = LoginRequest.returningTo(CALLBACK);
    return client.redirectLogin().start(request, browser).authorizationUri().toString();
  }

  private String finish(BrowserSession browser, URI callback) {
    return client.redirectLogin().finish(callback, browser).getClass().getSimpleName();
  }

  /** How many of the threads, which all begin at one moment, took the value. */
  private long race(String key, long atMillis) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        results.add(pool.submit(() -> takenAt(key, atMillis)));
      }
      long taken = 0;
      for (Future<Boolean> result : results) {
        taken += result.get() ? 1 : 0;
      }
      return taken;
    } finally {
      pool.shutdownNow();
    }
  }

  private boolean takenAt(String key, long atMillis) throws Exception {
    while (System.currentTimeMillis() < atMillis) {
      Thread.onSpinWait();
    }
    return store.take(key).isPresent();
  }
}
