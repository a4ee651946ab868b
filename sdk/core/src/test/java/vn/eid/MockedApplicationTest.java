package vn.eid;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.eid.mock.EidMock;
import vn.eid.mock.EidMockTest;

/** A test of one application against the mock server, both fresh for each test. */
@EidMockTest
public abstract class MockedApplicationTest {
  protected EidMock mock;
  protected Application app;

  @BeforeEach
  void open(EidMock server) {
    mock = server;
    app = Application.at(server);
  }

  @AfterEach
  void close() {
    app.close();
  }
}
