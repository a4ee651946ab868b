package vn.eid.benchmarks.idtoken;

import java.util.Arrays;
import java.util.List;
import vn.eid.benchmarks.By;
import vn.eid.benchmarks.Row;

/** Who checks. */
public enum Checker {
  LIMIT(Row.LIMIT, "one thread, one key, four claims") {
    @Override
    IdTokenCheck of(Issuer issuer, By by) throws Exception {
      return new BareCheck(issuer, by);
    }
  },
  OURS(Row.OURS, "") {
    @Override
    IdTokenCheck of(Issuer issuer, By by) throws Exception {
      return new EidSdkCheck(issuer, by);
    }
  },
  NIMBUS("Nimbus", "") {
    @Override
    IdTokenCheck of(Issuer issuer, By by) {
      return new NimbusCheck(issuer);
    }
  },
  JOSE4J("jose4j", "") {
    @Override
    IdTokenCheck of(Issuer issuer, By by) throws Exception {
      return new Jose4jCheck(issuer);
    }
  },
  SPRING("Spring Security", "") {
    @Override
    IdTokenCheck of(Issuer issuer, By by) {
      return new SpringCheck(issuer);
    }
  },
  FUSIONAUTH("fusionauth-jwt", "does not check issuer, audience, nonce: done by hand") {
    @Override
    IdTokenCheck of(Issuer issuer, By by) throws Exception {
      return new FusionauthCheck(issuer);
    }
  };

  private final String label;
  private final String note;

  Checker(String label, String note) {
    this.label = label;
    this.note = note;
  }

  abstract IdTokenCheck of(Issuer issuer, By by) throws Exception;

  /**
   * Who takes part: the peers with what they do by default, and with one kind of token one more.
   */
  static List<Checker> among(TokenForm form, By by) {
    return Arrays.stream(values())
        .filter(checker -> by == By.JDK || checker == LIMIT || checker == OURS)
        .filter(checker -> checker != FUSIONAUTH || form == TokenForm.PS256)
        .toList();
  }

  String note() {
    return note;
  }

  @Override
  public String toString() {
    return label;
  }
}
