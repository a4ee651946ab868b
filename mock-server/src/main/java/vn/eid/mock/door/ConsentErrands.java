package vn.eid.mock.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockCitizen;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.JsonBody;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.ConsentState;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.MockState;

/** The consents, as the citizens who are asked for them have them: {@code /consents}. */
final class ConsentErrands {
  private static final String ALL = "/consents";
  private static final String ONE = ALL + "/{id}";

  private final EidMock mock;
  private final MockState state;

  ConsentErrands(EidMock mock, MockState state) {
    this.mock = mock;
    this.state = state;
  }

  List<Errand> all() {
    return List.of(
        Errand.get(ALL, "Everything that anybody was asked for.", unused -> list()),
        Errand.post(
            ONE + "/approval",
            "The citizen approves a consent, or with data_sets a part of it.",
            "{\"data_sets\": [\"immunizations\"]}",
            this::approve),
        Errand.post(ONE + "/refusal", "The citizen declines a consent.", "{}", this::decline),
        Errand.post(ONE + "/revocation", "The citizen takes a consent back.", "{}", this::revoke));
  }

  private Reply list() {
    return Reply.json(
        200, Map.of("consents", state.consents().all().stream().map(this::view).toList()));
  }

  private Reply approve(Exchange exchange) {
    Consent consent = consent(exchange);
    Members body = JsonBody.of(exchange).only("data_sets");
    List<String> codes = body.texts("data_sets");
    Set<DataSet> asked = consent.terms().dataSets();
    if (!codes.stream().allMatch(code -> DataSet.of(code).filter(asked::contains).isPresent())) {
      throw body.refuse("data_sets", "names one that the consent does not ask for");
    }
    if (codes.isEmpty()) {
      citizen(consent).approve(consent.id());
    } else {
      citizen(consent).approve(consent.id(), codes.toArray(String[]::new));
    }
    return Reply.json(200, view(consent));
  }

  private Reply decline(Exchange exchange) {
    Consent consent = consent(exchange);
    JsonBody.of(exchange).only();
    citizen(consent).decline(consent.id());
    return Reply.json(200, view(consent));
  }

  private Reply revoke(Exchange exchange) {
    Consent consent = consent(exchange);
    JsonBody.of(exchange).only();
    citizen(consent).revoke(consent.id());
    return Reply.json(200, view(consent));
  }

  private MockCitizen citizen(Consent consent) {
    return mock.citizen(consent.terms().citizenId());
  }

  private Consent consent(Exchange exchange) {
    String id = exchange.pathValue("id");
    return state.consents().all().stream()
        .filter(consent -> consent.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    404, "consent_not_found", "No consent has this id; GET /consents lists all."));
  }

  private Map<String, Object> view(Consent consent) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", consent.id());
    view.put("client_id", consent.terms().clientId());
    view.put("citizen", consent.terms().citizenId());
    view.put("data_sets", codes(consent.terms().dataSets()));
    view.put("page", state.issuer() + "/consent/" + consent.link());
    addState(view, state.consents().state(consent));
    return view;
  }

  private static void addState(Map<String, Object> view, ConsentState now) {
    if (now instanceof ConsentState.Active active) {
      view.put("state", "active");
      view.put("granted", codes(active.grant().terms().dataSets()));
      view.put("expires_at", active.grant().expiresAt().toString());
    } else if (now instanceof ConsentState.Ended ended) {
      view.put("state", "ended");
      view.put("cause", ended.cause().code());
      view.put("ended_at", ended.at().toString());
    } else {
      view.put("state", "requested");
    }
  }

  private static List<String> codes(Set<DataSet> dataSets) {
    return dataSets.stream().map(DataSet::code).toList();
  }
}
