package vn.eid.mock;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import vn.eid.mock.endpoint.Endpoint;
import wiremock.org.eclipse.jetty.server.HttpInput;
import wiremock.org.eclipse.jetty.server.HttpInput.Content;

/**
 * Lets no more of a body into memory than shows that it is too large: each route refuses it then by
 * its length. The rest is read and forgotten, so that the caller hears the answer. One request's.
 */
final class CutBody implements HttpInput.Interceptor {
  // WireMock unpacks what is said to be packed or begins like this, a thousandfold at the worst.
  static final int MOST_PACKED = 64 * 1024;
  private static final int GZIP = 0x1f8b;

  private long seen;
  private long most = Endpoint.MOST_BYTES_ANYWHERE;

  @Override
  public @Nullable Content readFrom(Content content) {
    if (content.isSpecial()) {
      return content; // The end, or that the connection broke.
    }
    if (seen == 0 && isPacked(content.getByteBuffer())) {
      most = MOST_PACKED;
    }
    boolean isEnough = seen > most;
    seen += content.remaining();
    if (isEnough) {
      content.skip(content.remaining());
      return null;
    }
    return content;
  }

  private static boolean isPacked(ByteBuffer bytes) {
    return bytes.remaining() > 1 && (bytes.getShort(bytes.position()) & 0xffff) == GZIP;
  }
}
