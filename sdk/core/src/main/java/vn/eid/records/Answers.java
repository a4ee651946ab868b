package vn.eid.records;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import okhttp3.HttpUrl;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.WireStream;

/** The JSON of an answer: as it arrives, or out of its encryption. */
final class Answers {
  private final Operation operation;
  private final Connection connection;
  private final PullRequest<?> request;

  Answers(Operation operation, Connection connection, PullRequest<?> request) {
    this.operation = operation;
    this.connection = connection;
    this.request = request;
  }

  InputStream json(WireStream answer, HttpUrl asked) {
    if (answer.mediaType().equals(EncryptedAnswer.MEDIA_TYPE)) {
      try (answer) {
        byte[] body = answer.whole(EncryptedAnswer.MAX_LENGTH);
        return new ByteArrayInputStream(
            new EncryptedAnswer(operation, connection, request).open(body, asked));
      }
    }
    answer.requireJson("The answer");
    if (connection.encryptedRecords()) {
      throw operation.untrusted(
          Check.DECRYPTION,
          "The data came in the clear though this client demands encryption. Register its"
              + " encryption key with the provider.");
    }
    return answer.body();
  }
}
