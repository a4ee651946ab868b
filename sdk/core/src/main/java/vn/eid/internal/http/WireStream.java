package vn.eid.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import vn.eid.UntrustedException.Check;

/**
 * An answer whose body is read as it arrives. A connection that breaks is said to have done so by
 * the exception that says who must act, also while reading. To be closed.
 */
public final class WireStream implements AutoCloseable {
  private final WireRequest request;
  private final Call call;
  private final Response response;
  private final ContentType type;
  private boolean ended;

  WireStream(WireRequest request, Call call, Response response) {
    this.request = request;
    this.call = call;
    this.response = response;
    this.type = ContentType.of(response.headers());
  }

  /** The refusal, read whole and within the request's limit; empty where this is a success. */
  public Optional<WireResponse> refusal() {
    if (response.isSuccessful()) {
      return Optional.empty();
    }
    byte[] body = whole(request.limit);
    return Optional.of(
        new WireResponse(request.operation, response.code(), response.headers(), body));
  }

  /** What the answer calls itself, as {@link WireResponse#mediaType()}. */
  public String mediaType() {
    return type.name();
  }

  /** Refuses an answer that does not call itself JSON. */
  public WireStream requireJson(String what) {
    if (!type.isJson()) {
      throw WireResponse.notJson(request.operation, what, type);
    }
    return this;
  }

  /**
   * The body; closing it closes the answer. A read that takes longer than the client's timeout is a
   * broken connection.
   */
  public InputStream body() {
    return new Body(response.body().byteStream());
  }

  /** The whole body, of at most so many bytes. */
  public byte[] whole(long limit) {
    try {
      BufferedSource source = response.body().source();
      if (source.request(limit + 1)) {
        throw request.operation.untrusted(
            Check.SIZE, "The answer is larger than " + limit + " bytes.");
      }
      ended = true;
      return source.readByteArray();
    } catch (IOException e) {
      throw Failures.of(request, e);
    }
  }

  /** What was not read to its end is cut off: nobody waits for the rest of a huge answer. */
  @Override
  public void close() {
    if (!ended) {
      call.cancel();
    }
    response.close();
  }

  private final class Body extends InputStream {
    private final InputStream from;

    Body(InputStream from) {
      this.from = from;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      try {
        int count = from.read(buffer, offset, length);
        ended |= count < 0;
        return count;
      } catch (IOException e) {
        throw Failures.of(request, e);
      }
    }

    @Override
    public void close() {
      WireStream.this.close();
    }
  }
}
