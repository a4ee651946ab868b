package vn.eid.mock.endpoint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.Barrier;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.DataGrant;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Period;
import vn.eid.mock.state.Person;

/**
 * Lets a request through to a citizen's data if its token was issued for exactly this data set and
 * the consent still stands: a consent that ends stops the tokens that are out already.
 */
final class GrantedData {
  private final MockState state;
  private final ResourceGuard guard;

  GrantedData(MockState state, ResourceGuard guard) {
    this.state = state;
    this.guard = guard;
  }

  /** What one token may read. */
  record Granted(
      AccessToken token, DataGrant grant, Consent consent, DataSet dataSet, Citizen citizen) {

    Person person() {
      return citizen.person();
    }

    /** The pull that the token belongs to. */
    String pull() {
      return grant.pull();
    }

    /** The days that the consent covers. */
    Period covered() {
      return consent.terms().period().orElse(Period.ALWAYS);
    }
  }

  Granted require(Exchange exchange, DataSet dataSet) {
    AccessToken token = token(exchange);
    DataGrant grant = token.dataGrant().orElseThrow(GrantedData::noGrant);
    Consent consent = ConsentRead.find(state, token.clientId(), grant.consentId());
    if (!grant.dataSet().equals(dataSet.code())) {
      throw BarrierRefusals.at(403, Barrier.DATA_SET_NOT_CONSENTED);
    }
    refuse(state.consents().barrier(consent, dataSet, grant.pull()));
    Citizen citizen = state.citizens().find(consent.terms().citizenId()).orElseThrow();
    return new Granted(token, grant, consent, dataSet, citizen);
  }

  private AccessToken token(Exchange exchange) {
    AccessToken token = guard.require(exchange);
    if (state.faults().fires(Fault.RECORDS_TOKEN_EXPIRED)) {
      state.tokens().end(token);
      throw ResourceGuard.expired();
    }
    return token;
  }

  /** Counts the use that the answer will be; the last moment at which it can be refused. */
  void count(Granted granted) {
    refuse(state.consents().use(granted.consent(), granted.dataSet(), granted.pull()));
  }

  /** The asked period, or the consent's where none is asked for. */
  static Period period(
      Granted granted, String fromName, Optional<String> from, String toName, Optional<String> to) {
    Period covered = granted.covered();
    Period asked =
        new Period(
            from.map(text -> day(fromName, text)).orElse(covered.from()),
            to.map(text -> day(toName, text)).orElse(covered.to()));
    if (!covered.holds(asked)) {
      throw Refusal.of(
          403,
          "period_not_consented",
          "The consent does not cover all of this period; ask for days inside the consent's.");
    }
    if (asked.from().isAfter(asked.to())) {
      throw invalid(fromName, "is after the end of the period");
    }
    return asked;
  }

  private static LocalDate day(String name, String text) {
    try {
      return Period.day(text);
    } catch (DateTimeException e) {
      throw invalid(name, "must be a date such as 2026-11-22");
    }
  }

  private static Refusal invalid(String name, String reason) {
    return Refusal.badRequest("invalid_request", name + " " + reason + ".").member("field", name);
  }

  private static void refuse(Optional<Barrier> barrier) {
    barrier.ifPresent(
        reason -> {
          throw BarrierRefusals.at(403, reason);
        });
  }

  private static Refusal noGrant() {
    return Refusal.of(
        403,
        "insufficient_scope",
        "The access token is for no data set; ask for one with authorization_details.");
  }
}
