package vn.eid.benchmarks.start;

import vn.eid.benchmarks.login.Application;
import vn.eid.benchmarks.login.NimbusLogin;

/** The same, written by hand with Nimbus' OAuth SDK. */
final class StartNimbus {
  private StartNimbus() {}

  /** {@code issuer clientId keyFile}. */
  public static void main(String[] args) throws Exception {
    Started.say(new NimbusLogin(Application.of(args)).start());
  }
}
