package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;

/**
 * Events in whatever order, each as often as its sender likes: none is news twice, none is news
 * after something newer about the same thing, and nothing is granted after an end. The seed stands
 * in the test's name, so a failure repeats.
 */
class EventSequencesTest {
  private static final int THINGS = 4;
  private static final int STATES = 6;
  private static final String TYPE = "urn:vn-eid:event:consent-";

  private Connection connection = new HonestProvider().connection();
  private Webhooks webhooks = new Webhooks(connection, Optional.empty());

  /** What a registry says of one state of one consent. */
  private record Sent(String consent, long version, boolean end, String token) {
    static Sent of(String consent, long version, boolean end) {
      String kind = end ? "ended" : version == 1 ? "granted" : "narrowed";
      String claims =
          "{\"iss\":\"registry\",\"aud\":\"app\",\"iat\":%d,\"jti\":\"%s-%d\",\"events\":{\"%s\":{"
              + "\"consent_id\":\"%s\",\"version\":%d}}}";
      long now = HonestProvider.NOW.getEpochSecond();
      String said = claims.formatted(now, consent, version, TYPE + kind, consent, version);
      return new Sent(consent, version, end, HonestProvider.signed("secevent+jwt", said));
    }
  }

  @BeforeEach
  void open() {
    connection = new HonestProvider().connection();
    webhooks = new Webhooks(connection, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void noOrderMakesOldNewsOfAnything(long seed) {
    Random random = new Random(seed);
    List<Sent> sent = history(random);
    List<Sent> delivered = new ArrayList<>(sent);
    sent.stream().filter(event -> random.nextInt(3) == 0).forEach(delivered::add);
    Collections.shuffle(delivered, random);
    Map<String, Long> newest = new HashMap<>();
    Set<String> ended = new HashSet<>();
    Set<Sent> taken = new HashSet<>();
    for (Sent event : delivered) {
      boolean news = isNews(accept(event));
      long before = newest.getOrDefault(event.consent, 0L);
      boolean over = ended.contains(event.consent);
      boolean first = taken.add(event);
      assertThat(news)
          .as("%s", event)
          .isEqualTo(first && !over && (event.end || event.version > before));
      newest.merge(event.consent, event.version, Math::max);
      if (event.end) {
        ended.add(event.consent);
      }
      assertThat(isOver(event)).isEqualTo(ended.contains(event.consent));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void inTheirOrderAllAreNews(long seed) {
    for (Sent event : history(new Random(seed))) {
      assertThat(isNews(accept(event))).as("%s", event).isTrue();
    }
  }

  private boolean isOver(Sent event) {
    Operation looking = Operation.named("test");
    return connection.knownConsents().end(looking, event.consent).isPresent();
  }

  /** Granted, narrowed some times, and in the end perhaps over. */
  private static List<Sent> history(Random random) {
    List<Sent> history = new ArrayList<>();
    for (int thing = 0; thing < THINGS; thing++) {
      int states = 1 + random.nextInt(STATES);
      for (int version = 1; version <= states; version++) {
        boolean end = version == states && version > 1 && random.nextBoolean();
        history.add(Sent.of("c" + thing, version, end));
      }
    }
    return history;
  }

  private static boolean isNews(WebhookEvent event) {
    return !(event instanceof WebhookEvent.Repeated) && !(event instanceof WebhookEvent.Superseded);
  }

  private WebhookEvent accept(Sent event) {
    return webhooks.accept(
        Map.of("Content-Type", List.of("application/secevent+jwt")),
        event.token.getBytes(StandardCharsets.US_ASCII));
  }
}
