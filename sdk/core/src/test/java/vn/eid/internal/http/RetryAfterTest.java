package vn.eid.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "0, 1",
    "3600, 3600",
    "3601, 3600",
    "999999999, 3600",
    "99999999999, 1",
    "-1, 1"
  })
  void isNeverLongerThanAnHourNorNegative(String header, long seconds) {
    Response response =
        new Response.Builder()
            .request(new Request.Builder().url("https://provider.example/").build())
            .protocol(Protocol.HTTP_1_1)
            .code(429)
            .message("")
            .header("Retry-After", header)
            .build();
    assertThat(RetryAfter.of(response)).hasSeconds(seconds);
  }
}
