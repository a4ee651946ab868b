package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.eid.login.LoginOutcome;
import vn.eid.login.PushStart;
import vn.eid.webhook.WebhookEvent;

class NodeProviderTest {
  private static NodeProvider node;

  @BeforeAll
  static void start() {
    node = NodeProvider.start();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Nested
  class Login extends PlainLoginContract {
    @Override
    TestedProvider provider() {
      return node.clinic();
    }
  }

  @Nested
  class EncryptedLogin extends PlainLoginContract {
    @Override
    TestedProvider provider() {
      return node.pharmacy();
    }
  }

  @Nested
  class Assurance extends AssuranceContract {
    @Override
    TestedProvider provider() {
      return node.clinic();
    }
  }

  @Nested
  class Session extends SessionContract {
    @Override
    TestedProvider provider() {
      return node.clinic();
    }
  }

  @Nested
  class SessionOfEncryptedLogin extends SessionContract {
    @Override
    TestedProvider provider() {
      return node.pharmacy();
    }
  }

  @Nested
  class LogoutNotice extends LogoutNoticeContract {
    @Override
    TestedProvider provider() {
      return node.clinic();
    }
  }

  @Nested
  class EncryptedLogoutNotice extends LogoutNoticeContract {
    @Override
    TestedProvider provider() {
      return node.pharmacy();
    }
  }

  @Nested
  class PolledPush extends PushLoginContract {
    @Override
    TestedProvider provider() {
      return node.clinic();
    }
  }

  @Nested
  class PingedPush extends PushLoginContract {
    @Override
    TestedProvider provider() {
      return node.pharmacy();
    }

    @Test
    void isAskedAboutAsSoonAsThePingComes() throws Exception {
      PushStart start = client.pushLogin().start(to(Person.ORDINARY), session);
      CompletableFuture<LoginOutcome> outcome = client.pushLogin().outcome(start.id(), session);
      Inbox.Message ping = provider.inbox().next();
      assertThat(outcome).isNotDone();
      assertThat(client.webhooks().accept(ping.headers(), ping.body()))
          .isEqualTo(new WebhookEvent.PushAnswered(start.id()));
      // Without the ping it would be asked after five seconds (CIBA Core 1.0, section 7.3).
      approved(outcome.get(3, TimeUnit.SECONDS));
    }
  }

  @Nested
  class Diagnosed extends DiagnosisContract {
    @Override
    TestedProvider provider() {
      return node.clinic();
    }
  }
}
