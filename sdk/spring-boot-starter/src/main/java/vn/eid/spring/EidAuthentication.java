package vn.eid.spring;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import vn.eid.EidClient;
import vn.eid.login.Identity;
import vn.eid.login.LoginOutcome.Approved;
import vn.eid.login.LoginSession;
import vn.eid.servlet.StoredLogin;

/**
 * A citizen who logged in. The principal is the {@link Identity}, the name its {@linkplain
 * Identity#subject() subject}.
 *
 * <p>In a session that is stored (Spring Session) or replicated, identity and tokens are sealed
 * with {@code eid.storage-key}; the name lies open, as Spring Session needs it to. One that came
 * out of a store authenticates nobody until the filters of {@link EidLoginConfigurer} have opened
 * it, and its authorities are those that the application's rules give to the identity in it then.
 */
public final class EidAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final StoredLogin login;
  private final String subject;

  /** Not stored: whoever writes to a session store gives nobody a right. */
  private transient volatile @Nullable List<GrantedAuthority> authorities;

  EidAuthentication(Approved login, Collection<? extends GrantedAuthority> authorities) {
    super(List.of());
    this.authorities = List.copyOf(authorities);
    this.login = StoredLogin.of(login);
    this.subject = login.identity().subject();
    setAuthenticated(true);
  }

  /** The one of a request, where a citizen is logged in. */
  static Optional<EidAuthentication> of(@Nullable Authentication authentication) {
    return authentication instanceof EidAuthentication citizen
        ? Optional.of(citizen)
        : Optional.empty();
  }

  /** Who it is. */
  public Identity identity() {
    return opened().identity();
  }

  /** Their session with the provider, to call protected APIs. */
  public LoginSession session() {
    return opened().session();
  }

  @Override
  public String getName() {
    return subject;
  }

  @Override
  public Object getPrincipal() {
    return login.login().<Object>map(Approved::identity).orElse(subject);
  }

  /** There is none: a login is not repeated with anything that this holds. */
  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public Collection<GrantedAuthority> getAuthorities() {
    List<GrantedAuthority> all = authorities;
    return isOpen() && all != null ? all : List.of();
  }

  @Override
  public boolean isAuthenticated() {
    return isOpen() && super.isAuthenticated();
  }

  /** Opens what came out of a session store, and sees whose it is. */
  boolean open(EidClient client, Function<Identity, List<GrantedAuthority>> rules) {
    if (!isOpen()) {
      authorities = rules.apply(login.open(client).identity());
    }
    return opened().identity().subject().equals(subject);
  }

  boolean changedSinceStored() {
    return login.changedSinceStored();
  }

  private boolean isOpen() {
    return login.login().isPresent();
  }

  private Approved opened() {
    return login
        .login()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "This login came out of a session store and was not opened. Let the request"
                        + " pass the security filter chain with eidLogin()."));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EidAuthentication that && login.equals(that.login);
  }

  @Override
  public int hashCode() {
    return login.hashCode();
  }

  @Override
  public String toString() {
    return "EidAuthentication[…]";
  }
}
