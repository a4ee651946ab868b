package vn.eid.tax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.PartialDate;
import vn.eid.TaxCode;
import vn.eid.VietnameseName;

/**
 * Whom to link: the tax registry compares number, full name and birth date with the population
 * register (Circular 90/2026/TT-BTC).
 *
 * <p>Each request carries an idempotency key, so sending the same object again after a lost answer
 * gives the same result. {@link #toString()} shows no personal data. Immutable and thread-safe.
 */
public final class LinkRequest {
  private final CitizenId citizen;
  private final VietnameseName fullName;
  private final PartialDate birthDate;
  private final List<TaxCode> oldCodes;
  private final String idempotencyKey = UUID.randomUUID().toString();

  private LinkRequest(
      CitizenId citizen, VietnameseName fullName, PartialDate birthDate, List<TaxCode> oldCodes) {
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
  public static LinkRequest of(CitizenId citizen, String fullName, PartialDate birthDate) {
    return new LinkRequest(citizen, VietnameseName.of(fullName), birthDate, List.of());
  }

  /** Also brings in a code that the person had before. */
  public LinkRequest merging(TaxCode oldCode) {
    List<TaxCode> all = new ArrayList<>(oldCodes);
    all.add(oldCode);
    return new LinkRequest(citizen, fullName, birthDate, List.copyOf(all));
  }

  CitizenId citizen() {
    return citizen;
  }

  List<TaxCode> oldCodes() {
    return oldCodes;
  }

  String idempotencyKey() {
    return idempotencyKey;
  }

  Map<String, Object> wire() {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("citizen_id", citizen.value());
    wire.put("full_name", fullName.value());
    wire.put("birth_date", birthDate.toString());
    if (!oldCodes.isEmpty()) {
      wire.put("old_tax_codes", oldCodes.stream().map(TaxCode::value).toList());
    }
    return wire;
  }

  @Override
  public String toString() {
    return "LinkRequest[…]";
  }
}
