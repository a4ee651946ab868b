package vn.eid.mock.examine;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The beginning of a body, as text; no thread waits for it, however slowly it comes. */
final class FirstMegabyte implements HttpResponse.BodySubscriber<String> {
  private static final int MOST_BYTES = 1 << 20;

  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private final CompletableFuture<String> text = new CompletableFuture<>();
  private Flow.@Nullable Subscription rest;

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    rest = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    for (ByteBuffer piece : pieces) {
      byte[] bytes = new byte[Math.min(piece.remaining(), MOST_BYTES - begun.size())];
      piece.get(bytes);
      begun.writeBytes(bytes);
    }
    if (begun.size() == MOST_BYTES && rest != null) {
      rest.cancel();
      onComplete();
    }
  }

  @Override
  public void onError(Throwable thrown) {
    text.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    text.complete(begun.toString(StandardCharsets.UTF_8));
  }
}
