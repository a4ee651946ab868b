package vn.eid.tax;

import java.util.Arrays;

/**
 * The status of a tax code (trạng thái mã số thuế; Circular 90/2026/TT-BTC, annex I, in force since
 * 1 July 2026).
 */
public enum TaxpayerStatus {
  /** 00: the code is issued. */
  ISSUED("00"),
  /** 01: ceased, the code is closed. */
  CLOSED("01"),
  /** 02: moved, waiting for the new tax office. */
  MOVED("02"),
  /** 03: ceased, closing is not complete. */
  CLOSING("03"),
  /** 04: listed but void. */
  VOID("04"),
  /** 05: suspended for a time. */
  SUSPENDED("05"),
  /** 06: not operating at the registered address. */
  NOT_AT_ADDRESS("06"),
  /** 07: waiting for the bankruptcy procedure. */
  BANKRUPTCY_PENDING("07"),
  /** 08: not in the list. */
  NOT_LISTED("08"),
  /** 09: waiting for the address to be verified. */
  ADDRESS_PENDING("09"),
  /** 10: the person's data does not match the population register and must be corrected. */
  IDENTITY_DATA_PENDING("10"),
  /** A status that this version of the SDK does not know. */
  OTHER("");

  private final String code;

  TaxpayerStatus(String code) {
    this.code = code;
  }

  /** The official code, two digits; empty for {@link #OTHER}. */
  public String code() {
    return code;
  }

  static TaxpayerStatus ofCode(String code) {
    return Arrays.stream(values())
        .filter(status -> status.code.equals(code))
        .findFirst()
        .orElse(OTHER);
  }
}
