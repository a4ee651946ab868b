package vn.eid.mock;

import java.util.EnumSet;
import java.util.Set;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.Consents;
import vn.eid.mock.state.DataSet;

/** A test's hand on one citizen's consents. */
final class Consenting {
  private final Citizen citizen;
  private final Consents consents;

  Consenting(Citizen citizen, Consents consents) {
    this.citizen = citizen;
    this.consents = consents;
  }

  static Set<DataSet> dataSets(String... codes) {
    Set<DataSet> sets = EnumSet.noneOf(DataSet.class);
    for (String code : codes) {
      sets.add(
          DataSet.of(code)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "The mock has these data sets only: " + DataSet.codes() + ".")));
    }
    if (sets.isEmpty()) {
      throw new IllegalArgumentException("Name a data set; to approve none is to decline.");
    }
    return sets;
  }

  void approve(String consentId) {
    Consent consent = find(consentId);
    Set<DataSet> shared =
        citizen
            .grants(consent.terms())
            .orElseThrow(
                () -> new IllegalStateException("The citizen shares nothing of what is asked for."))
            .dataSets();
    decided(consents.approve(consent, citizen, shared));
  }

  void approve(String consentId, Set<DataSet> chosen) {
    Consent consent = find(consentId);
    if (!consent.terms().dataSets().containsAll(chosen)) {
      throw new IllegalArgumentException("The consent does not ask for all of these data sets.");
    }
    decided(consents.approve(consent, citizen, chosen));
  }

  void decline(String consentId) {
    decided(consents.decline(find(consentId)));
  }

  void revoke(String consentId) {
    if (!consents.revokeByCitizen(find(consentId))) {
      throw new IllegalStateException("The consent is not active, so nothing can be taken back.");
    }
  }

  private Consent find(String consentId) {
    return consents
        .ofCitizen(citizen.id(), consentId)
        .orElseThrow(
            () -> new IllegalStateException("Nobody asked this citizen for such a consent."));
  }

  private static void decided(boolean counted) {
    if (!counted) {
      throw new IllegalStateException("The consent is not waiting for a decision any more.");
    }
  }
}
