package vn.eid.servlet;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.EidClient;
import vn.eid.InvalidRequestException;
import vn.eid.login.LoginOutcome.Approved;

/**
 * A login as an attribute of a web session. In memory it is the login itself. Where the session is
 * stored or replicated, it travels sealed with the client's storage key: no token and no citizen's
 * data lies open in a session store. What came out of such a store is closed, and nobody's login,
 * until a client with the same storage key has opened it.
 *
 * <p>This class is thread-safe.
 */
public final class StoredLogin implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient volatile @Nullable Approved login;
  private volatile @Nullable String sealedText;

  private StoredLogin(Approved login) {
    this.login = login;
  }

  public static StoredLogin of(Approved login) {
    return new StoredLogin(login);
  }

  /** The login; empty where this came out of a store and was not opened yet. */
  public Optional<Approved> login() {
    return Optional.ofNullable(login);
  }

  /**
   * The login, opened with the client's storage key where this came out of a store.
   *
   * @throws vn.eid.UntrustedException where the text was changed, or is of another client
   * @throws InvalidRequestException where the client has no storage key
   */
  public Approved open(EidClient client) {
    Approved open = login;
    String text = sealedText;
    if (open == null && text != null) {
      open = client.loginSessions().reopenLogin(text);
      login = open;
    }
    if (open == null) {
      throw new IllegalStateException("A login without its text.");
    }
    return open;
  }

  /**
   * Whether what lies in the session store is out of date, because the session's token was renewed
   * since: set the attribute once more.
   */
  public boolean changedSinceStored() {
    Approved open = login;
    return sealedText != null && open != null && open.session().changedSinceSealed();
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    Approved open = login;
    if (open != null) {
      sealedText = sealed(open);
    }
    out.defaultWriteObject();
  }

  private static String sealed(Approved open) throws NotSerializableException {
    try {
      return open.seal();
    } catch (InvalidRequestException e) {
      throw new NotSerializableException(
          "A login in a session that is stored or replicated is sealed, and this client has no"
              + " storage key. Give it one: storageKey(..).");
    }
  }

  @Override
  public String toString() {
    return "StoredLogin[…]";
  }
}
