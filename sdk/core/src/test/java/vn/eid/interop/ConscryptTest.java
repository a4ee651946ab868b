package vn.eid.interop;

import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;
import vn.eid.ChosenCrypto;

/** The tests of what is signed, verified and opened, by another provider than the JDK's. */
@Suite
@SelectPackages({
  "vn.eid.internal.jose",
  "vn.eid.login",
  "vn.eid.flow",
  "vn.eid.webhook",
  "vn.eid.consent",
  "vn.eid.records",
  "vn.eid.population"
})
@ExcludeClassNamePatterns(
    // Other processes, time and memory: the arithmetic of keys is no matter there.
    ".*(ExaminedPortal|Killed|Crash|Memory|Endless|ManyThreads).*")
class ConscryptTest {
  @BeforeSuite
  static void choose() {
    System.setProperty(ChosenCrypto.PROPERTY, "org.conscrypt.OpenSSLProvider");
  }

  @AfterSuite
  static void leave() {
    System.clearProperty(ChosenCrypto.PROPERTY);
  }
}
