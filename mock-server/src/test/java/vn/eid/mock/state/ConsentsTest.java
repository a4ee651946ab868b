package vn.eid.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsentsTest {
  private final MockClock clock = new MockClock();
  private final Consents consents =
      new Consents(
          clock,
          new Receipts(
              "https://registry.example", SigningKey.generate("registry"), new Subjects()));

  private static ConsentTerms terms() {
    return new ConsentTerms(
        "client",
        "099085000011",
        "TREATMENT",
        new BilingualText("Khám bệnh", "Treatment"),
        Set.of(DataSet.IDENTITY),
        Optional.empty(),
        Duration.ofDays(1),
        OptionalInt.empty(),
        Optional.empty());
  }

  @Test
  void theOldestIsForgottenWhenThereAreTooMany() {
    Consent oldest = consents.request(terms());
    Consent next = consents.request(terms());
    for (int i = 0; i < 19_999; i++) {
      consents.request(terms());
    }
    assertThat(consents.find("client", oldest.id())).isEmpty();
    assertThat(consents.behind(oldest.link())).isEmpty();
    assertThat(consents.find("client", next.id())).contains(next);
  }

  @Test
  void theLinkDoesNotTellTheIdAndNoTwoAreAlike() {
    Consent one = consents.request(terms());
    Consent other = consents.request(terms());
    assertThat(Set.of(one.id(), one.link(), other.id(), other.link())).hasSize(4);
  }

  @Test
  void lookingAwayDecidesNothing() {
    Consent consent = consents.request(terms());
    assertThat(consents.decide(consent, Decision.IGNORE)).isFalse();
    assertThat(consents.state(consent)).isInstanceOf(ConsentState.Requested.class);
  }

  @Test
  void anExpiryIsDatedWhenItFellDueAndNotWhenSomebodyLooked() {
    Consent consent = consents.request(terms());
    clock.advance(Duration.ofDays(2));
    assertThat(consents.state(consent))
        .isEqualTo(new ConsentState.Ended(ConsentState.Cause.EXPIRED, consent.decideBy()));
  }
}
