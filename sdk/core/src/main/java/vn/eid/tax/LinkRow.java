package vn.eid.tax;

import java.util.ArrayList;
import java.util.List;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.PartialDate;
import vn.eid.TaxCode;
import vn.eid.VietnameseName;

/**
 * One person of a bulk link.
 *
 * <p>Two rows about the same person with the same data are one request to the registry and get the
 * same result. {@link #toString()} shows no personal data. Immutable and thread-safe.
 */
public final class LinkRow {
  static final int MAX_REFERENCE = 255;

  private final String reference;
  private final CitizenId citizen;
  private final VietnameseName fullName;
  private final PartialDate birthDate;
  private final List<TaxCode> oldCodes;

  private LinkRow(
      String reference,
      CitizenId citizen,
      VietnameseName fullName,
      PartialDate birthDate,
      List<TaxCode> oldCodes) {
    this.reference = reference;
    this.citizen = citizen;
    this.fullName = fullName;
    this.birthDate = birthDate;
    this.oldCodes = oldCodes;
  }

  /**
   * The person as their card names them.
   *
   * @param fullName the whole name; it is sent in composed Unicode (NFC)
   * @throws InvalidRequestException where the name is empty or over 200 characters
   */
  public static LinkRow of(CitizenId citizen, String fullName, PartialDate birthDate) {
    return of(citizen, VietnameseName.of(fullName), birthDate);
  }

  static LinkRow of(CitizenId citizen, VietnameseName fullName, PartialDate birthDate) {
    return new LinkRow("", citizen, fullName, birthDate, List.of());
  }

  /**
   * How your own records name the row, such as a staff number: it stands in the results, which name
   * nobody otherwise. It is not sent.
   *
   * @throws InvalidRequestException where it is over 255 characters
   */
  public LinkRow referredToAs(String ownReference) {
    if (ownReference.length() > MAX_REFERENCE) {
      throw new InvalidRequestException(
          "reference", "A reference has up to " + MAX_REFERENCE + " characters.");
    }
    return new LinkRow(ownReference, citizen, fullName, birthDate, oldCodes);
  }

  /** Also brings in a code that the person had before. */
  public LinkRow merging(TaxCode oldCode) {
    List<TaxCode> all = new ArrayList<>(oldCodes);
    all.add(oldCode);
    return new LinkRow(reference, citizen, fullName, birthDate, List.copyOf(all));
  }

  String reference() {
    return reference;
  }

  CitizenId citizen() {
    return citizen;
  }

  VietnameseName fullName() {
    return fullName;
  }

  PartialDate birthDate() {
    return birthDate;
  }

  List<TaxCode> merged() {
    return oldCodes;
  }

  /** Each once, in one order: a row with the same codes is the same row. */
  List<String> oldCodes() {
    return oldCodes.isEmpty()
        ? List.of()
        : oldCodes.stream().map(TaxCode::value).distinct().sorted().toList();
  }

  /** What makes it the same as another. The name is last: it may hold anything. */
  String content() {
    return citizen.value()
        + '\n'
        + birthDate
        + '\n'
        + String.join(",", oldCodes())
        + '\n'
        + fullName.value();
  }

  @Override
  public String toString() {
    return "LinkRow[…]";
  }
}
