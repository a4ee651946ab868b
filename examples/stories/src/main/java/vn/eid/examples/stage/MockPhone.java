package vn.eid.examples.stage;

import java.net.URI;
import vn.eid.mock.EidMock;
import vn.eid.mock.PendingPush;

/** A phone without a person: the story tells what it shows, and its citizen approves. */
final class MockPhone implements Phone {
  private final EidMock mock;
  private final Narrator narrator;

  MockPhone(EidMock mock, Narrator narrator) {
    this.mock = mock;
    this.narrator = narrator;
  }

  @Override
  public void ring(URI appLink) {
    narrator.say("The phone shows who asks, what will be shared, and:");
    narrator.say("  " + latest().bindingMessage().orElseThrow());
  }

  @Override
  public void approve() {
    PendingPush push = latest();
    mock.citizen(push.citizenNumber()).approvePush(push.authReqId());
  }

  private PendingPush latest() {
    var waiting = mock.pendingPushes();
    return waiting.get(waiting.size() - 1);
  }
}
