package vn.eid.benchmarks.login;

import org.conscrypt.Conscrypt;
import vn.eid.benchmarks.Row;

/** Who logs people in. */
enum LoginContender {
  EID(Row.OURS, "") {
    @Override
    LoginClient client(Application application) {
      return new EidLogin(EidLogin.builder(application).build());
    }
  },
  EID_CONSCRYPT(Row.OURS + " with Conscrypt", "cryptoProvider(Conscrypt.newProvider())") {
    @Override
    LoginClient client(Application application) {
      return new EidLogin(
          EidLogin.builder(application).cryptoProvider(Conscrypt.newProvider()).build());
    }
  },
  NIMBUS("Nimbus OAuth SDK", "by hand: no retries, nothing stored") {
    @Override
    LoginClient client(Application application) throws Exception {
      return new NimbusLogin(application);
    }
  },
  SPRING(
      "Spring Security",
      "no PAR, no DPoP: these by hand; by default it fetches the keys each time") {
    @Override
    LoginClient client(Application application) throws Exception {
      return new SpringLogin(application);
    }
  };

  private final String label;
  private final String note;

  LoginContender(String label, String note) {
    this.label = label;
    this.note = note;
  }

  String label() {
    return label;
  }

  String note() {
    return note;
  }

  abstract LoginClient client(Application application) throws Exception;
}
