package vn.eid.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.eid.login.Identity;
import vn.eid.login.LoginOutcome.Approved;

/** Makes what Spring Security knows of a citizen. */
final class CitizenAuthentications {
  private final List<EidAuthorities> rules;

  CitizenAuthentications(List<EidAuthorities> rules) {
    this.rules = rules;
  }

  EidAuthentication of(Approved login, HttpServletRequest request) {
    EidAuthentication citizen = new EidAuthentication(login, authorities(login.identity()));
    citizen.setDetails(new WebAuthenticationDetails(request));
    return citizen;
  }

  /** What a citizen may, as the rules of this application say now. */
  List<GrantedAuthority> authorities(Identity citizen) {
    return Stream.concat(
            LevelAuthorities.of(citizen).stream(),
            rules.stream().flatMap(rule -> rule.of(citizen).stream()))
        .map(GrantedAuthority.class::cast)
        .toList();
  }
}
