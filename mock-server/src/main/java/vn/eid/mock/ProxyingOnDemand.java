package vn.eid.mock;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes WireMock's HTTP clients when they are first used: only a stub that passes requests on, or a
 * webhook of WireMock's own, needs one, and with each Java reads every certificate authority that
 * it trusts, which is a good part of the start.
 */
final class ProxyingOnDemand implements HttpClientFactory {
  private final HttpClientFactory factory = new ApacheHttpClientFactory();

  @Override
  public HttpClient buildHttpClient(
      Options options, boolean trustEverything, List<String> trusted, boolean systemProperties) {
    Supplier<HttpClient> maker =
        () -> factory.buildHttpClient(options, trustEverything, trusted, systemProperties);
    return new OnDemand(maker);
  }

  private static final class OnDemand implements HttpClient {
    private final Supplier<HttpClient> maker;
    private volatile @Nullable HttpClient made;

    OnDemand(Supplier<HttpClient> maker) {
      this.maker = maker;
    }

    @Override
    public Response execute(Request request) throws IOException {
      HttpClient earlier = made;
      HttpClient client = earlier == null ? maker.get() : earlier;
      made = client;
      return client.execute(request);
    }
  }
}
