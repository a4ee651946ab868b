package vn.eid.mock;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A server, fresh for each test, and an application that asks its citizens for data. */
abstract class RecipientTest {
  static final String ORDINARY = "099085000011";

  static EidMock mock;

  Recipient recipient;

  @BeforeAll
  static void startServer() {
    mock = EidMock.start();
  }

  @AfterAll
  static void stopServer() {
    mock.close();
  }

  @BeforeEach
  void start() {
    mock.reset();
    recipient = new Recipient(mock);
  }
}
