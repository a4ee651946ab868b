package vn.eid.spring;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import vn.eid.login.Identity;

/**
 * A bean that says what a citizen may do in this application: look the {@linkplain
 * Identity#subject() subject} up among your users. Asked once, when the citizen logs in; what it
 * says is added to {@code EID_ACCOUNT_1..2} and {@code EID_LEVEL_1..4}, of which a citizen has all
 * up to their own.
 */
@FunctionalInterface
public interface EidAuthorities {
  Collection<? extends GrantedAuthority> of(Identity citizen);
}
