package vn.eid.internal.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Signs the client in: a new assertion for each attempt, because each works once. */
final class AuthenticateClient implements Interceptor {
  private final ClientAssertions assertions;

  AuthenticateClient(ClientAssertions assertions) {
    this.assertions = assertions;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    WireRequest plan = WireRequest.of(request);
    if (!plan.authenticated || plan.form == null) {
      return chain.proceed(request);
    }
    Map<String, String> form = new LinkedHashMap<>(plan.form);
    form.putAll(assertions.create(plan.operation, plan.probingAudience));
    return chain.proceed(request.newBuilder().post(WireRequest.formBody(form)).build());
  }
}
