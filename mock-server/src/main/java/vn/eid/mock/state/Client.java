package vn.eid.mock.state;

import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;

/** An application that the authority has registered. */
public record Client(
    String id, List<String> redirectUris, JsonWebKeySet publicKeys, String nameVi, String nameEn) {}
