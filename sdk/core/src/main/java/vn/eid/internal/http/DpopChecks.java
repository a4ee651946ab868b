package vn.eid.internal.http;

import java.io.IOException;
import okhttp3.Response;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.PlainWord;

/** The checks of what a server says about DPoP, numbered after RFC 9449. */
public final class DpopChecks {
  private static final long ERROR_BYTES = 8192;
  private static final String DEMAND = "use_dpop_nonce";

  /** Ours: the specification sets no limit. */
  private static final int MAX_NONCE = 1024;

  private DpopChecks() {}

  /** Section 5, last paragraph: a token of type Bearer would work for whoever steals it. */
  public static void check5TokenType(Operation operation, String tokenType) {
    if (!tokenType.equalsIgnoreCase("DPoP")) {
      throw operation.untrusted(
          Check.KEY_BINDING, "The access token is not bound to this application's key.");
    }
  }

  /**
   * Sections 8 and 9: whether the server asks for another proof, with a nonce that it sent along.
   * It has done nothing yet, so any request that can be sent again may be.
   */
  static boolean check8NonceIsDemanded(Response response) throws IOException {
    if (response.request().tag(Proof.class) == null || response.header("DPoP-Nonce") == null) {
      return false;
    }
    return switch (response.code()) {
      case 400 -> response.peekBody(ERROR_BYTES).string().contains('"' + DEMAND + '"');
      case 401 -> response.headers("WWW-Authenticate").stream().anyMatch(h -> h.contains(DEMAND));
      default -> false;
    };
  }

  /** Section 8.1: a nonce that no server may send is not sent back to one. */
  static boolean isUsable(String nonce) {
    return PlainWord.is(nonce, MAX_NONCE);
  }
}
