package vn.eid.spring;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import vn.eid.login.AccountLevel;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.Identity;

/** What the levels of account and login are worth, each with all below it. */
final class LevelAuthorities {
  private LevelAuthorities() {}

  static List<GrantedAuthority> of(Identity citizen) {
    List<GrantedAuthority> all = new ArrayList<>();
    citizen
        .accountLevel()
        .ifPresent(level -> add(all, "EID_ACCOUNT", AccountLevel.values(), level));
    citizen
        .authenticationLevel()
        .ifPresent(level -> add(all, "EID_LEVEL", AuthenticationLevel.values(), level));
    return all;
  }

  /** The constants are named {@code LEVEL_1} and so on: {@code EID_ACCOUNT_1}. */
  private static <L extends Enum<L>> void add(
      List<GrantedAuthority> all, String prefix, L[] levels, L reached) {
    for (L level : levels) {
      if (level.compareTo(reached) <= 0) {
        all.add(new SimpleGrantedAuthority(prefix + level.name().substring("LEVEL".length())));
      }
    }
  }
}
