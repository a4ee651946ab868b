package vn.eid.consent;

import java.util.Optional;
import java.util.OptionalInt;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

/**
 * Whether what was granted is what was asked, or less of it. Less is the citizen's right; more, or
 * something else, is nothing that a citizen could have agreed to on the page that was shown (Law
 * 91/2025/QH15, article 9: specific consent, one purpose each).
 */
final class GrantChecks {
  private final Operation operation;

  GrantChecks(Operation operation) {
    this.operation = operation;
  }

  void verify(ConsentTerms granted, ConsentTerms asked) {
    check1Purpose(granted, asked);
    check2DataSets(granted, asked);
    check3Period(granted, asked);
    check4Validity(granted, asked);
    check5Uses(granted, asked);
    check6Recipients(granted, asked);
    check7CrossBorder(granted, asked);
    check8Retention(granted, asked);
    check9Notice(granted, asked);
  }

  private void check1Purpose(ConsentTerms granted, ConsentTerms asked) {
    require(granted.wording().equals(asked.wording()), "another purpose than was asked for");
  }

  private void check2DataSets(ConsentTerms granted, ConsentTerms asked) {
    require(asked.dataSets().containsAll(granted.dataSets()), "a data set that was not asked for");
  }

  private void check3Period(ConsentTerms granted, ConsentTerms asked) {
    Optional<Period> most = asked.period();
    boolean within =
        most.isEmpty() || granted.period().filter(days -> most.get().contains(days)).isPresent();
    require(within, "days that were not asked for");
  }

  private void check4Validity(ConsentTerms granted, ConsentTerms asked) {
    require(
        granted.validity().compareTo(asked.validity()) <= 0, "a longer time than was asked for");
  }

  private void check5Uses(ConsentTerms granted, ConsentTerms asked) {
    OptionalInt most = asked.uses();
    boolean within =
        most.isEmpty()
            || (granted.uses().isPresent() && granted.uses().getAsInt() <= most.getAsInt());
    require(within, "more uses than were asked for");
  }

  private void check6Recipients(ConsentTerms granted, ConsentTerms asked) {
    require(
        granted.recipients().equals(asked.recipients()), "other recipients than were asked for");
  }

  private void check7CrossBorder(ConsentTerms granted, ConsentTerms asked) {
    require(
        granted.isCrossBorder() == asked.isCrossBorder(),
        "another place of the data than was asked for");
  }

  private void check8Retention(ConsentTerms granted, ConsentTerms asked) {
    require(granted.retention().equals(asked.retention()), "another retention than was asked for");
  }

  private void check9Notice(ConsentTerms granted, ConsentTerms asked) {
    require(
        granted.notice().equals(asked.notice()), "consent to another notice than was asked for");
  }

  private void require(boolean holds, String more) {
    if (!holds) {
      throw operation.untrusted(Check.CONSENT, "The consent receipt grants " + more + ".");
    }
  }
}
