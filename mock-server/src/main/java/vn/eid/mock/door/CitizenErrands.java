package vn.eid.mock.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockCitizen;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.endpoint.JsonBody;
import vn.eid.mock.endpoint.Refusal;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Person.Residence;
import vn.eid.mock.state.TaxEntry;

/** The people: {@code /citizens} and {@code /browser}. */
final class CitizenErrands {
  private static final String ALL = "/citizens";
  private static final String ONE = ALL + "/{number}";

  private final EidMock mock;
  private final MockState state;

  CitizenErrands(EidMock mock, MockState state) {
    this.mock = mock;
    this.state = state;
  }

  List<Errand> all() {
    return List.of(
        Errand.get(ALL, "The people of the file, and those who were added.", unused -> list()),
        Errand.post(
            ALL,
            "Adds a person until the reset: a row of a file of citizens, of which all but the name"
                + " and the birth date may be left out.",
            "{\"name\": \"Nguyễn Thị Thử\", \"birthDate\": \"1990-05-06\", \"gender\": \"female\","
                + " \"tax\": {}}",
            this::add),
        Errand.get(ONE, "One person.", exchange -> Reply.json(200, view(citizen(exchange)))),
        Errand.post(
            ONE + "/behaviour",
            "How this person decides from now on (decides, shares, grants_at_most) or next, and what"
                + " becomes of the account (reaches_at_most, locked, name) and the person (dies).",
            "{\"decides\": \"approve\", \"next\": [\"decline\", \"ignore\"]}",
            this::behave),
        Errand.put(
            ONE + "/tax-status",
            "Changes how this person's tax code stands; the client is told that it did.",
            "{\"code\": \"03\", \"reason\": \"01\"}",
            this::changeTaxStatus),
        Errand.delete(
            ONE + "/sessions", "Ends this person's sessions; the client is told.", this::end),
        Errand.get(
            ONE + "/logout-token",
            "A logout token about this person's latest session; nothing is posted.",
            this::logoutToken),
        Errand.put(
            "/browser",
            "Puts a person in front of the browser, who answers the next logins.",
            "{\"citizen\": \"099085000011\"}",
            this::seat));
  }

  private Reply list() {
    return Reply.json(
        200, Map.of("citizens", state.citizens().all().stream().map(this::view).toList()));
  }

  private Reply add(Exchange exchange) {
    Members body = JsonBody.of(exchange);
    ObjectNode row = (ObjectNode) Json.object(exchange.body());
    Citizen added = state.citizens().add(row, state.clock().instant(), body::refuse);
    return Reply.json(201, view(added))
        .with("Location", state.issuer() + AdminDoor.PATH + ALL + "/" + added.id());
  }

  private Reply behave(Exchange exchange) {
    Citizen citizen = citizen(exchange);
    Behaviour behaviour = Behaviour.read(JsonBody.of(exchange));
    behaviour.applyTo(mock.citizen(citizen.id()));
    return Reply.json(200, view(citizen));
  }

  private Reply end(Exchange exchange) {
    mock.endSessionsOf(mock(exchange));
    return Reply.noContent();
  }

  private Reply changeTaxStatus(Exchange exchange) {
    Citizen citizen = citizen(exchange);
    Members body = JsonBody.of(exchange).only("code", "reason");
    mock.changeTaxStatus(citizen.id(), body.text("code"), body.text("reason"));
    return Reply.noContent();
  }

  private Reply logoutToken(Exchange exchange) {
    return Reply.json(200, Map.of("logout_token", mock.logoutToken(mock(exchange))));
  }

  private Reply seat(Exchange exchange) {
    Members body = JsonBody.of(exchange).only("citizen");
    String number = body.text("citizen");
    if (state.citizens().person(number).isEmpty()) {
      throw body.refuse("citizen", "is the number of nobody here");
    }
    mock.signsIn(number);
    return Reply.noContent();
  }

  private MockCitizen mock(Exchange exchange) {
    return mock.citizen(citizen(exchange).id());
  }

  private Citizen citizen(Exchange exchange) {
    return state
        .citizens()
        .find(exchange.pathValue("number"))
        .orElseThrow(
            () ->
                Refusal.of(
                    404,
                    "citizen_not_found",
                    "Nobody here has this number; GET /citizens lists all."));
  }

  private Map<String, Object> view(Citizen citizen) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("number", citizen.id());
    view.put("name", citizen.name());
    view.put("gender", citizen.gender().claim());
    view.put("birthDate", citizen.birthDate().text());
    view.put("accountLevel", citizen.accountLevel());
    view.put("locked", citizen.locked());
    view.put("alive", citizen.alive());
    view.put("decides", Fields.word(citizen.usualDecision()));
    view.put("residence", residence(citizen.person().residence()));
    citizen.person().tax().ifPresent(tax -> view.put("tax", tax(tax)));
    view.put("timesLinked", mock.timesLinked(citizen.id()));
    view.put("why", Map.of("vi", citizen.why().vi(), "en", citizen.why().en()));
    return view;
  }

  private static Map<String, Object> residence(Residence residence) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("formatted", residence.formatted());
    view.put("provinceCode", residence.provinceCode());
    view.put("communeCode", residence.communeCode());
    return view;
  }

  // As it was before anybody linked it, like a row of the file.
  private static Map<String, Object> tax(TaxEntry tax) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("name", tax.name());
    view.put("birthDate", tax.birthDate().text());
    view.put("status", Map.of("code", tax.code(), "reason", tax.reason()));
    view.put("oldCodes", tax.oldCodes());
    view.put("linked", tax.linked());
    view.put("candidates", tax.candidates());
    return view;
  }
}
