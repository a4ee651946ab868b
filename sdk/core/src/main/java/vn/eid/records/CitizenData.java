package vn.eid.records;

import java.util.Optional;
import vn.eid.CitizenId;
import vn.eid.PartialDate;
import vn.eid.consent.DataSet;

/**
 * What the population register says of a citizen. Empty where the data set asked for does not
 * contain it. {@link #toString()} shows nothing of it. Immutable and thread-safe.
 */
public final class CitizenData {
  /** Name, birth date, citizen number. */
  public static final DataSet<CitizenData> IDENTITY =
      DataSet.of("identity", CitizenData.class, "identity");

  /** Where the citizen lives (nơi cư trú). */
  public static final DataSet<CitizenData> RESIDENCE =
      DataSet.of("residence", CitizenData.class, "residence");

  /** Who lives in the household (hộ gia đình), without anybody else's number. */
  public static final DataSet<CitizenData> HOUSEHOLD =
      DataSet.of("household", CitizenData.class, "household");

  /** The health insurance card (thẻ bảo hiểm y tế). */
  public static final DataSet<CitizenData> INSURANCE_CARD =
      DataSet.of("insurance_card", CitizenData.class, "insurance_card");

  private final Optional<CitizenId> citizenId;
  private final Optional<String> name;
  private final Optional<PartialDate> birthDate;
  private final Optional<Address> address;
  private final Optional<Household> household;
  private final Optional<InsuranceCard> insuranceCard;

  CitizenData(
      Optional<CitizenId> citizenId,
      Optional<String> name,
      Optional<PartialDate> birthDate,
      Optional<Address> address,
      Optional<Household> household,
      Optional<InsuranceCard> insuranceCard) {
    this.citizenId = citizenId;
    this.name = name;
    this.birthDate = birthDate;
    this.address = address;
    this.household = household;
    this.insuranceCard = insuranceCard;
  }

  /** The personal identification number (số định danh cá nhân). */
  public Optional<CitizenId> citizenId() {
    return citizenId;
  }

  /** The full name in composed Unicode (NFC). */
  public Optional<String> name() {
    return name;
  }

  /** The birth date. */
  public Optional<PartialDate> birthDate() {
    return birthDate;
  }

  /** The residence; of a household, its address. */
  public Optional<Address> address() {
    return address;
  }

  /** The household. */
  public Optional<Household> household() {
    return household;
  }

  /** The health insurance card. */
  public Optional<InsuranceCard> insuranceCard() {
    return insuranceCard;
  }

  @Override
  public String toString() {
    return "CitizenData[…]";
  }

  /** An address. Immutable and thread-safe; {@link #toString()} shows nothing of it. */
  public static final class Address {
    private final String formatted;
    private final Optional<String> provinceCode;
    private final Optional<String> communeCode;

    Address(String formatted, Optional<String> provinceCode, Optional<String> communeCode) {
      this.formatted = formatted;
      this.provinceCode = provinceCode;
      this.communeCode = communeCode;
    }

    /** The address as one text. */
    public String formatted() {
      return formatted;
    }

    /**
     * The province's code, two digits, of the list in force since 1 July 2025 (Decision
     * 19/2025/QD-TTg).
     */
    public Optional<String> provinceCode() {
      return provinceCode;
    }

    /** The commune's code, five digits, of the same list. */
    public Optional<String> communeCode() {
      return communeCode;
    }

    @Override
    public String toString() {
      return "Address[…]";
    }
  }
}
