package vn.eid.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
        new Purpose("TREATMENT", new BilingualText("Khám bệnh", "Treatment")),
        Set.of(DataSet.IDENTITY),
        Optional.empty(),
        Duration.ofDays(1),
        OptionalInt.empty(),
        new Handling(List.of(), false, Optional.empty()),
        ConsentNotice.USUAL,
        Optional.empty());
  }

  private static Citizen citizen() {
    return Citizens.builtIn().find("099085000011").orElseThrow();
  }

  @Test
  void aPullIsForgottenWhenThereAreAThousandNewerOnes() {
    Consent consent = consents.request(terms());
    consents.decide(consent, citizen(), Decision.APPROVE);
    String oldest = consents.beginPull(consent, DataSet.IDENTITY);
    String next = consents.beginPull(consent, DataSet.IDENTITY);
    for (int i = 0; i < 999; i++) {
      assertThat(consents.beginPull(consent, DataSet.IDENTITY)).isNotEqualTo(oldest);
    }
    assertThat(consents.barrier(consent, DataSet.IDENTITY, oldest)).contains(Barrier.PULL_UNKNOWN);
    assertThat(consents.barrier(consent, DataSet.IDENTITY, next)).isEmpty();
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
    assertThat(consents.decide(consent, citizen(), Decision.IGNORE)).isFalse();
    assertThat(consents.state(consent)).isInstanceOf(ConsentState.Requested.class);
  }

  @Test
  void anExpiryIsDatedWhenItFellDueAndNotWhenSomebodyLooked() {
    Consent consent = consents.request(terms());
    clock.advance(Duration.ofDays(2));
    ConsentState state = consents.state(consent);
    assertThat(state)
        .isInstanceOfSatisfying(
            ConsentState.Ended.class,
            ended -> {
              assertThat(ended.cause()).isEqualTo(ConsentState.Cause.EXPIRED);
              assertThat(ended.at()).isEqualTo(consent.decideBy());
            });
    assertThat(consents.state(consent)).isSameAs(state);
  }
}
