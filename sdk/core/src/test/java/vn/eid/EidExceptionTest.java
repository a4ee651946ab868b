package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.ConsentId;
import vn.eid.consent.EndCause;

class EidExceptionTest {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

  private static final List<EidException> ALL =
      List.of(
          new InvalidRequestException("field", "problem"),
          new ClientRejectedException("invalid_client", "problem", "t"),
          new ConsentEndedException(ConsentId.of("c"), EndCause.EXPIRED, "problem", "t"),
          new RateLimitedException(Duration.ofSeconds(7), false, "problem", "t"),
          new UnavailableException(true, "problem", "t"),
          new UntrustedException(Check.STATE, "problem", "t"));

  @Test
  void theListBelowIsComplete() {
    assertThat(ALL.stream().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrder(EidException.class.getPermittedSubclasses());
  }

  @Test
  void eachHasItsOwnSentenceInVietnameseAndInEnglish() {
    assertThat(ALL.stream().map(e -> e.sentenceFor(Locale.ENGLISH))).doesNotHaveDuplicates();
    assertThat(ALL.stream().map(e -> e.sentenceFor(VIETNAMESE))).doesNotHaveDuplicates();
    for (EidException e : ALL) {
      assertThat(e.sentenceFor(VIETNAMESE)).contains("ng").isNotEqualTo(e.sentenceFor(Locale.UK));
    }
  }

  @Test
  void eachEndOfAConsentHasItsOwnSentence() {
    for (Locale reader : List.of(Locale.ENGLISH, VIETNAMESE)) {
      assertThat(
              Stream.of(EndCause.values())
                  .map(cause -> new ConsentEndedException(ConsentId.of("c"), cause, "problem", "t"))
                  .map(ended -> ended.sentenceFor(reader)))
          .doesNotHaveDuplicates();
    }
    ConsentEndedException denied =
        new ConsentEndedException(ConsentId.of("c"), EndCause.DENIED, "problem", "t");
    assertThat(denied.sentenceFor(Locale.ENGLISH)).startsWith("You declined");
    assertThat(denied.sentenceFor(VIETNAMESE)).startsWith("Bạn đã từ chối");
  }

  @Test
  void anEnglishReaderOnAVietnameseServerGetsEnglish() {
    Locale before = Locale.getDefault();
    Locale.setDefault(VIETNAMESE);
    try {
      assertThat(ALL.get(4).sentenceFor(Locale.ENGLISH)).contains("cannot be reached");
      assertThat(ALL.get(4).sentenceFor(VIETNAMESE)).contains("Hiện không kết nối được");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theMessageNamesTheTraceToQuote() {
    for (EidException e : ALL) {
      assertThat(e).hasMessageEndingWith("[trace " + e.traceId() + "]");
    }
  }
}
