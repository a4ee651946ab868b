package vn.eid.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.eid.login.LoginOutcome.Approved;

/** Makes what Spring Security knows of a citizen. */
final class CitizenAuthentications {
  private final List<EidAuthorities> rules;

  CitizenAuthentications(List<EidAuthorities> rules) {
    this.rules = rules;
  }

  EidAuthentication of(Approved login, HttpServletRequest request) {
    List<GrantedAuthority> authorities =
        Stream.concat(
                LevelAuthorities.of(login.identity()).stream(),
                rules.stream().flatMap(rule -> rule.of(login.identity()).stream()))
            .map(GrantedAuthority.class::cast)
            .toList();
    EidAuthentication citizen = new EidAuthentication(login, authorities);
    citizen.setDetails(new WebAuthenticationDetails(request));
    return citizen;
  }
}
