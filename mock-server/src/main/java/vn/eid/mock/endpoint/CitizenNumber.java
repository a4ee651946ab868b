package vn.eid.mock.endpoint;

import vn.eid.mock.state.Digits;
import vn.eid.mock.state.Members;

/** Reads the number of a citizen, and lets no number pass that could be a real person's. */
final class CitizenNumber {
  private static final String MEMBER = "citizen_id";

  private CitizenNumber() {}

  static String read(Members body) {
    String number = body.text(MEMBER);
    if (!Digits.only(number, 12)) {
      throw body.refuse(MEMBER, "must be 12 digits");
    }
    return requireSynthetic(MEMBER, number);
  }

  static String requireSynthetic(String member, String number) {
    if (!number.startsWith("099")) {
      throw Refusal.badRequest(
              "not_synthetic",
              "This is a mock server: use a number that begins with 099, never a real person's.")
          .member("field", member);
    }
    return number;
  }
}
