package vn.eid.tax;

import java.util.Optional;

/**
 * The status of a tax code as a register reported it. The codes are kept as they came, also those
 * that this version of the SDK does not know; two are equal where both codes are.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class ReportedStatus {
  private final String code;
  private final Optional<String> reasonCode;

  private ReportedStatus(String code, Optional<String> reasonCode) {
    this.code = code;
    this.reasonCode = reasonCode;
  }

  /** A status without a reason. */
  public static ReportedStatus of(String code) {
    return new ReportedStatus(code, Optional.empty());
  }

  /** The same status for a reason. */
  public ReportedStatus because(String reasonCode) {
    return new ReportedStatus(code, Optional.of(reasonCode));
  }

  /** Which status it is, or {@link TaxpayerStatus#OTHER} for a code that is not in the annex. */
  public TaxpayerStatus meaning() {
    return TaxpayerStatus.ofCode(code);
  }

  /** The status's code as it came. */
  public String code() {
    return code;
  }

  /** The reason's code as it came. */
  public Optional<String> reasonCode() {
    return reasonCode;
  }

  /** What the reason means under this status, where the annex lists it. */
  public Optional<StatusReason> reason() {
    return reasonCode.flatMap(reason -> StatusReason.of(meaning(), reason));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReportedStatus that
        && code.equals(that.code)
        && reasonCode.equals(that.reasonCode);
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + reasonCode.hashCode();
  }

  /** The two codes, such as {@code 00/02}; they say nothing about who it is. */
  @Override
  public String toString() {
    return reasonCode.map(reason -> code + "/" + reason).orElse(code);
  }
}
