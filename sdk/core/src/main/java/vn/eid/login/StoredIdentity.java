package vn.eid.login;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.CitizenId;
import vn.eid.Gender;
import vn.eid.PartialDate;
import vn.eid.internal.json.Fields;

/** What a login told about a citizen, as it is kept under a seal. */
final class StoredIdentity {
  private StoredIdentity() {}

  static Map<String, Object> of(IdentityClaims claims) {
    Map<String, Object> content = new LinkedHashMap<>();
    claims.citizenId().ifPresent(number -> content.put("citizen_id", number.value()));
    claims.name().ifPresent(name -> content.put("name", name));
    claims.birthDate().ifPresent(date -> content.put("birthdate", date.toString()));
    claims.gender().ifPresent(gender -> content.put("gender", gender.name()));
    claims.accountLevel().ifPresent(level -> content.put("account_level", level.name()));
    claims.authenticationLevel().ifPresent(level -> content.put("level", level.name()));
    claims.authenticatedAt().ifPresent(time -> content.put("auth_time", time.toString()));
    return content;
  }

  static IdentityClaims read(Fields content) {
    return new IdentityClaims(
        content.text("citizen_id").map(CitizenId::parse),
        content.text("name"),
        content.text("birthdate").map(PartialDate::parse),
        content.text("gender").map(Gender::valueOf),
        content.text("account_level").map(AccountLevel::valueOf),
        content.text("level").map(AuthenticationLevel::valueOf),
        content.text("auth_time").map(Instant::parse));
  }
}
