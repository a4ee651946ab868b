package vn.eid.internal.http;

import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import vn.eid.InvalidRequestException;

/** Calls to a protected API under one address, and to nothing else. */
final class ProtectedCalls implements Call.Factory {
  private final OkHttpClient http;
  private final HttpUrl base;
  private final UnderAddress reach;

  ProtectedCalls(OkHttpClient http, HttpUrl base) {
    this.http = http;
    this.base = base;
    this.reach = new UnderAddress(base);
  }

  @Override
  public Call newCall(Request request) {
    if (!reach.contains(request.url())) {
      throw new InvalidRequestException(
          "url", "The citizen's token goes to addresses under " + base + " only.");
    }
    return http.newCall(request);
  }

  @Override
  public String toString() {
    return "ProtectedCalls[" + base + "]";
  }
}
