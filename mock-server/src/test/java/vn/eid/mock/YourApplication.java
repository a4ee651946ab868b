package vn.eid.mock;

import java.util.Map;

/** What the first test of the README tests: an application that logs somebody in. */
interface YourApplication {

  /** The error that the browser comes back with; empty where the login succeeded. */
  String logIn();

  static YourApplication yourApplication(EidMock mock) {
    TestClient client = new TestClient(mock);
    return () -> client.callback(Map.of()).returned("error");
  }
}
