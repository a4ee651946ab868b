package vn.eid.tax;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a tax code has its status (Circular 90/2026/TT-BTC, annex I, in force since 1 July 2026; the
 * meanings after a public transcription of the signed text).
 *
 * <p>A number means something under its status only: 07 is "dissolved" of a closed code, and
 * "waiting for the business register" of one that is closing.
 */
public enum StatusReason {
  /** 00/01: not yet operating. */
  NOT_YET_OPERATING(TaxpayerStatus.ISSUED, "01"),
  /** 00/02: operating. */
  OPERATING(TaxpayerStatus.ISSUED, "02"),
  /** 00/03: an individual, or a dependant, without tax obligation yet. */
  NO_OBLIGATION_YET(TaxpayerStatus.ISSUED, "03"),
  /** 01/03: divided, merged or consolidated. */
  CLOSED_REORGANISED(TaxpayerStatus.CLOSED, "03"),
  /** 01/04: an individual who is dead, missing or without legal capacity. */
  CLOSED_DEAD_OR_INCAPACITATED(TaxpayerStatus.CLOSED, "04"),
  /** 01/07: an enterprise or cooperative dissolved, or a unit of one ended. */
  CLOSED_DISSOLVED(TaxpayerStatus.CLOSED, "07"),
  /** 01/08: bankrupt. */
  CLOSED_BANKRUPT(TaxpayerStatus.CLOSED, "08"),
  /** 01/18: another organisation, a household business or an individual in business. */
  CLOSED_OTHER(TaxpayerStatus.CLOSED, "18"),
  /** 01/21: a household business that became a small or medium enterprise. */
  CLOSED_BECAME_ENTERPRISE(TaxpayerStatus.CLOSED, "21"),
  /** 02/01: not yet registered where it moved to. */
  MOVED_NOT_REGISTERED(TaxpayerStatus.MOVED, "01"),
  /** 03/03: being divided, merged or consolidated. */
  CLOSING_REORGANISED(TaxpayerStatus.CLOSING, "03"),
  /** 03/04: an individual who is dead, missing or without legal capacity, and owes the budget. */
  CLOSING_DEAD_OR_INCAPACITATED(TaxpayerStatus.CLOSING, "04"),
  /** 03/07: done with the tax office, not yet confirmed by the business register. */
  CLOSING_UNCONFIRMED(TaxpayerStatus.CLOSING, "07"),
  /** 03/11: an enterprise or cooperative being dissolved, or a unit of one ending. */
  CLOSING_DISSOLVING(TaxpayerStatus.CLOSING, "11"),
  /** 03/12: declared bankrupt, and owes tax. */
  CLOSING_BANKRUPT(TaxpayerStatus.CLOSING, "12"),
  /** 03/13: its licence was withdrawn for an offence. */
  CLOSING_LICENCE_WITHDRAWN(TaxpayerStatus.CLOSING, "13"),
  /** 03/15: its licence was withdrawn to enforce a tax debt. */
  CLOSING_LICENCE_WITHDRAWN_FOR_DEBT(TaxpayerStatus.CLOSING, "15"),
  /** 03/17: a dependent unit, or a code for paying for others, whose parent is closing. */
  CLOSING_WITH_PARENT(TaxpayerStatus.CLOSING, "17"),
  /** 03/19: another organisation, a household business or an individual in business. */
  CLOSING_OTHER(TaxpayerStatus.CLOSING, "19"),
  /** 03/21: a household business that becomes a small or medium enterprise. */
  CLOSING_BECOMING_ENTERPRISE(TaxpayerStatus.CLOSING, "21"),
  /** 05/01: for the time that an office allowed. */
  SUSPENDED_AS_ALLOWED(TaxpayerStatus.SUSPENDED, "01"),
  /** 06/03: and has filed for closing its code. */
  NOT_AT_ADDRESS_CLOSING(TaxpayerStatus.NOT_AT_ADDRESS, "03"),
  /** 06/07: and a court opened the bankruptcy procedure. */
  NOT_AT_ADDRESS_BANKRUPTCY_OPENED(TaxpayerStatus.NOT_AT_ADDRESS, "07"),
  /** 06/09: the tax office has given notice of it. */
  NOT_AT_ADDRESS_NOTICE(TaxpayerStatus.NOT_AT_ADDRESS, "09"),
  /** 06/12: and a court declared it bankrupt. */
  NOT_AT_ADDRESS_BANKRUPT(TaxpayerStatus.NOT_AT_ADDRESS, "12"),
  /** 06/13: and its licence was withdrawn. */
  NOT_AT_ADDRESS_LICENCE_WITHDRAWN(TaxpayerStatus.NOT_AT_ADDRESS, "13"),
  /** 06/17: a dependent unit, or a code for paying for others, whose parent is not there. */
  NOT_AT_ADDRESS_PARENT(TaxpayerStatus.NOT_AT_ADDRESS, "17"),
  /** 07/01: a court opened the procedure. */
  BANKRUPTCY_OPENED(TaxpayerStatus.BANKRUPTCY_PENDING, "01"),
  /** 09/01: no returns after two reminders. */
  RETURNS_NOT_FILED(TaxpayerStatus.ADDRESS_PENDING, "01"),
  /** 09/02: the tax office's mail came back. */
  MAIL_RETURNED(TaxpayerStatus.ADDRESS_PENDING, "02"),
  /** 09/03: others told the tax office, with evidence. */
  TOLD_BY_OTHERS(TaxpayerStatus.ADDRESS_PENDING, "03"),
  /** 09/04: an authority told the tax office. */
  TOLD_BY_AUTHORITY(TaxpayerStatus.ADDRESS_PENDING, "04"),
  /** 09/05: classed as a risk when it registered for e-invoices. */
  RISK_AT_E_INVOICES(TaxpayerStatus.ADDRESS_PENDING, "05"),
  /** 09/06: classed as a risk at its business registration. */
  RISK_AT_BUSINESS_REGISTRATION(TaxpayerStatus.ADDRESS_PENDING, "06"),
  /** 09/07: classed as a risk at its tax registration. */
  RISK_AT_TAX_REGISTRATION(TaxpayerStatus.ADDRESS_PENDING, "07"),
  /** 10/01: the person's data does not match the population register. */
  DATA_DOES_NOT_MATCH(TaxpayerStatus.IDENTITY_DATA_PENDING, "01");

  private final TaxpayerStatus status;
  private final String code;

  StatusReason(TaxpayerStatus status, String code) {
    this.status = status;
    this.code = code;
  }

  /** The status that it is a reason for. */
  public TaxpayerStatus status() {
    return status;
  }

  /** The official code, two digits; unique within the status only. */
  public String code() {
    return code;
  }

  static Optional<StatusReason> of(TaxpayerStatus status, String code) {
    return Arrays.stream(values())
        .filter(reason -> reason.status == status && reason.code.equals(code))
        .findFirst();
  }
}
