package vn.eid.mock.door;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;
import vn.eid.mock.Injection;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.JsonBody;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.state.Members;

/** The faults: {@code /faults}. */
final class FaultErrands {
  private static final String PATH = "/faults";

  private final EidMock mock;

  FaultErrands(EidMock mock) {
    this.mock = mock;
  }

  List<Errand> all() {
    return List.of(
        Errand.get(
            PATH,
            "Each fault by name, with a sentence, and how often it happened since the reset; and what"
                + " is switched on.",
            unused -> list()),
        Errand.post(
            PATH,
            "Has the server misbehave in one way: always, or so many times; towards everybody, or one"
                + " client, citizen, flow (a login's state, an auth_req_id, a consent's id) or path;"
                + " and lasting so long, where it takes time.",
            "{\"fault\": \"id-token-wrong-audience\", \"times\": 1}",
            this::inject),
        Errand.delete(PATH, "Has the server behave again.", unused -> clear()));
  }

  private Reply list() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("on", mock.injected().stream().map(FaultErrands::view).toList());
    all.put("faults", Arrays.stream(Fault.values()).map(this::view).toList());
    return Reply.json(200, all);
  }

  private Map<String, Object> view(Fault fault) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("fault", fault.title());
    view.put("family", Fields.word(fault.family()));
    view.put("sentence", fault.sentence());
    view.put("happened", mock.firings(fault));
    return view;
  }

  private static Map<String, Object> view(Injection on) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("fault", on.fault().title());
    on.times().ifPresent(times -> view.put("times", times));
    on.client().ifPresent(client -> view.put("client", client));
    on.citizen().ifPresent(citizen -> view.put("citizen", citizen));
    on.flow().ifPresent(flow -> view.put("flow", flow));
    on.path().ifPresent(path -> view.put("path", path));
    on.time().ifPresent(time -> view.put("lasting", time.toString()));
    return view;
  }

  private Reply inject(Exchange exchange) {
    Members body =
        JsonBody.of(exchange)
            .only("fault", "times", "client", "citizen", "flow", "path", "lasting");
    Injection injection = injection(body);
    mock.inject(injection);
    return Reply.json(200, view(injection));
  }

  private static Injection injection(Members body) {
    Injection injection = Injection.of(fault(body));
    injection = with(injection, Fields.count(body, "times", 1), Injection::times);
    injection = with(injection, body.optionalText("client"), Injection::forClient);
    injection = with(injection, body.optionalText("citizen"), Injection::forCitizen);
    injection = with(injection, body.optionalText("flow"), Injection::forFlow);
    injection = with(injection, body.optionalText("path"), Injection::at);
    return with(injection, Fields.duration(body, "lasting"), Injection::lasting);
  }

  private static <T> Injection with(
      Injection injection, Optional<T> said, BiFunction<Injection, T, Injection> aim) {
    return said.map(value -> aim.apply(injection, value)).orElse(injection);
  }

  private static Fault fault(Members body) {
    try {
      return Fault.named(body.text("fault"));
    } catch (IllegalArgumentException e) {
      throw body.refuse("fault", "is not known. " + e.getMessage());
    }
  }

  private Reply clear() {
    mock.clearFaults();
    return Reply.noContent();
  }
}
