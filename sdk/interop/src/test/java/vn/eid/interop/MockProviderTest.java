package vn.eid.interop;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class MockProviderTest {
  private static MockProvider mock;

  @BeforeAll
  static void start() {
    mock = new MockProvider();
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  @Nested
  class Login extends PlainLoginContract {
    @Override
    TestedProvider provider() {
      return mock;
    }
  }

  @Nested
  class Assurance extends AssuranceContract {
    @Override
    TestedProvider provider() {
      return mock;
    }
  }

  @Nested
  class Session extends SessionContract {
    @Override
    TestedProvider provider() {
      return mock;
    }
  }

  @Nested
  class LogoutNotice extends LogoutNoticeContract {
    @Override
    TestedProvider provider() {
      return mock;
    }
  }

  @Nested
  class Push extends PushLoginContract {
    @Override
    TestedProvider provider() {
      return mock;
    }
  }

  @Nested
  class Diagnosed extends DiagnosisContract {
    @Override
    TestedProvider provider() {
      return mock;
    }
  }
}
