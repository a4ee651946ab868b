package vn.eid.tax;

import java.util.Arrays;

/**
 * The status of a tax code (trạng thái mã số thuế; Circular 90/2026/TT-BTC, annex I, in force since
 * 1 July 2026). The annex has no 08.
 *
 * <p>A status alone says little: compare status and {@link StatusReason}, and never the text. What
 * people call "ngừng hoạt động" is {@link #CLOSED} or {@link #CLOSING}. For which dealings a code
 * of another status than {@link #CLOSED} may be used, the annex does not say.
 */
public enum TaxpayerStatus {
  /** 00: the code is issued. */
  ISSUED("00"),
  /** 01: ceased, the code is closed. */
  CLOSED("01"),
  /** 02: moved, waiting for the new tax office. */
  MOVED("02"),
  /** 03: ceased, closing is not complete: the code has not ended. */
  CLOSING("03"),
  /**
   * 04: the annex lists this status and says that it is void (hết hiệu lực). In older data it is a
   * household or an individual in business that had not given all its data: one in operation.
   */
  VOID("04"),
  /** 05: suspended for a time that an office allowed. */
  SUSPENDED("05"),
  /** 06: not operating at the registered address. */
  NOT_AT_ADDRESS("06"),
  /** 07: waiting for the bankruptcy procedure. */
  BANKRUPTCY_PENDING("07"),
  /** 09: waiting for the address to be verified. */
  ADDRESS_PENDING("09"),
  /** 10: the person's data does not match the population register and must be corrected. */
  IDENTITY_DATA_PENDING("10"),
  /** A status that this version of the SDK does not know; {@link ReportedStatus} keeps its code. */
  OTHER("");

  private final String code;

  TaxpayerStatus(String code) {
    this.code = code;
  }

  /** The official code, two digits; empty for {@link #OTHER}. */
  public String code() {
    return code;
  }

  /** Whether the taxpayer has ceased: {@link #CLOSED}, or {@link #CLOSING} and not complete. */
  public boolean hasCeased() {
    return this == CLOSED || this == CLOSING;
  }

  static TaxpayerStatus ofCode(String code) {
    return Arrays.stream(values())
        .filter(status -> status != OTHER && status.code.equals(code))
        .findFirst()
        .orElse(OTHER);
  }
}
