package vn.eid.servlet;

import java.util.Locale;

/** Why nobody is logged in, as far as a page may tell. */
public enum LoginFailure {
  /** The citizen did not log in, or not as was demanded. */
  DECLINED,
  /** It took too long. */
  EXPIRED,
  /** What came back failed a check. Nothing more is told: whoever sees it may have made it. */
  FAILED,
  /** The provider, or the store of this application, does not answer, or takes no more calls. */
  UNAVAILABLE;

  /** The value of the parameter {@code eid} of the page that is shown: {@code declined}. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
