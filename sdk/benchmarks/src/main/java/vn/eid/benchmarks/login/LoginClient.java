package vn.eid.benchmarks.login;

/** An application's half of a login. Safe for use by threads. */
public interface LoginClient {

  /** A whole login; gives the pseudonym of who logged in. */
  String logIn(Browser browser) throws Exception;
}
