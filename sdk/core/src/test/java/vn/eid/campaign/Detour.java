package vn.eid.campaign;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Leads the requests to one route elsewhere, and counts how often that was tried. */
final class Detour extends EventListener implements Interceptor {
  private final Elsewhere elsewhere;
  private final String routes;
  private final AtomicInteger tries = new AtomicInteger();
  private volatile @Nullable Trouble trouble;
  private final AtomicInteger left = new AtomicInteger();

  Detour(Elsewhere elsewhere, String route) {
    this.elsewhere = elsewhere;
    this.routes = route.replaceAll("\\{[^}]*}", "[^/]+");
  }

  void forget() {
    tries.set(0);
  }

  void open(Trouble what, int times) {
    left.set(times);
    trouble = what;
  }

  void close() {
    trouble = null;
  }

  int tries() {
    return tries.get();
  }

  boolean leads(String path) {
    return path.matches(routes);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Trouble what = trouble;
    HttpUrl url = chain.request().url();
    if (what == null || !leads(url.encodedPath()) || left.getAndDecrement() <= 0) {
      return chain.proceed(chain.request());
    }
    return chain.proceed(chain.request().newBuilder().url(elsewhere.insteadOf(url, what)).build());
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    if (isLedAway(call)) {
      tries.incrementAndGet();
    }
  }

  @Override
  public void dnsStart(Call call, String name) {
    if (isLedAway(call) && name.endsWith(".invalid")) {
      tries.incrementAndGet();
    }
  }

  private boolean isLedAway(Call call) {
    return trouble != null && leads(call.request().url().encodedPath());
  }
}
