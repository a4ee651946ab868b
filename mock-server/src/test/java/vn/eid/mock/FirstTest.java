package vn.eid.mock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.eid.mock.YourApplication.yourApplication;

import org.junit.jupiter.api.Test;

// readme:begin
@EidMockTest
class FirstTest {
  @Test
  void noLoginForWhoeverDeclines(EidMock mock) {
    MockCitizen thu = mock.add(CitizenDraft.named("Lê Thị Thử").born("1990-05-06").female());
    mock.signsIn(thu);
    thu.declinesNext();
    assertEquals("access_denied", yourApplication(mock).logIn());
  }
}
// readme:end
