package vn.eid.mock.state;

import java.util.List;

/**
 * What the tax registry has under a citizen's number before anybody links it.
 *
 * @param code the status of the tax code: 00 issued, 10 waiting for identification data, ...
 * @param reason the reason code of that status
 * @param oldCodes the ten-digit codes from before 1 July 2025, which a link merges
 * @param linked whether number and tax code are one already
 * @param candidates how many taxpayers the registry finds for this number
 */
public record TaxEntry(
    String name,
    BirthDate birthDate,
    String code,
    String reason,
    List<String> oldCodes,
    boolean linked,
    int candidates) {

  /** The same with a code that stands otherwise. */
  TaxEntry standing(String newCode, String newReason) {
    return new TaxEntry(name, birthDate, newCode, newReason, oldCodes, linked, candidates);
  }
}
