package vn.eid.examples.bank;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.login.PushId;
import vn.eid.login.PushStart;

/**
 * The push that one browser waits for, as its page shows it. It stays in the web session: the id
 * never reaches the browser.
 */
record ShownPush(String handle, String code, @Nullable String appLink) implements Serializable {
  private static final String ATTRIBUTE = ShownPush.class.getName();

  static ShownPush of(PushStart start) {
    return new ShownPush(
        start.id().value(),
        start.verificationCode(),
        start.appLink().map(Object::toString).orElse(null));
  }

  PushId id() {
    return PushId.of(handle);
  }

  static Optional<ShownPush> in(HttpSession session) {
    return session.getAttribute(ATTRIBUTE) instanceof ShownPush shown
        ? Optional.of(shown)
        : Optional.empty();
  }

  void keepIn(HttpSession session) {
    session.setAttribute(ATTRIBUTE, this);
  }

  static void forget(HttpSession session) {
    session.removeAttribute(ATTRIBUTE);
  }

  @Override
  public String toString() {
    return "ShownPush[…]";
  }
}
