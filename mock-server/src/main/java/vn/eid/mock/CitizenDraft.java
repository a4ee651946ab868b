package vn.eid.mock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Year;
import java.util.function.Consumer;

/**
 * A synthetic person of your own, for {@link EidMock#add} and {@link MockOptions#citizen}: with a
 * name and a birth date, and everything else as is usual unless it is said here. What cannot be is
 * refused when the person is added. Immutable, safe for use by several threads.
 */
public final class CitizenDraft {
  private final ObjectNode row;

  private CitizenDraft(ObjectNode row) {
    this.row = row;
  }

  /** What to call the person; the birth date is still to be said. */
  public static Named named(String name) {
    return new Named(name);
  }

  /** A name without a birth date. Immutable, safe for use by several threads. */
  public static final class Named {
    private final String name;

    private Named(String name) {
      this.name = name;
    }

    /** Born on a day. */
    public CitizenDraft born(LocalDate day) {
      return born(day.toString());
    }

    /** Born in a year of which no register knows the day. */
    public CitizenDraft born(Year year) {
      return born(year.toString());
    }

    /** Born on a day such as {@code 1990-05-06}, or in a year such as {@code 1951}. */
    public CitizenDraft born(String date) {
      return new CitizenDraft(
          JsonNodeFactory.instance.objectNode().put("name", name).put("birthDate", date));
    }

    /** Masked: a name is personal data. */
    @Override
    public String toString() {
      return "CitizenDraft.Named";
    }
  }

  private CitizenDraft with(Consumer<ObjectNode> change) {
    ObjectNode copy = row.deepCopy();
    change.accept(copy);
    return new CitizenDraft(copy);
  }

  /**
   * With this number, instead of a free one that the mock makes.
   *
   * @param number 12 digits that begin with 099, a prefix that was never issued
   */
  public CitizenDraft withNumber(String number) {
    return with(copy -> copy.put("number", number));
  }

  /** A woman; without this a man, or what the number says. */
  public CitizenDraft female() {
    return with(copy -> copy.put("gender", "female"));
  }

  /** A man, as without this; a number that says otherwise is refused. */
  public CitizenDraft male() {
    return with(copy -> copy.put("gender", "male"));
  }

  /** With an account of level 1 only, which reaches no biometric login; without this of level 2. */
  public CitizenDraft withAccountOfLevel1() {
    return with(copy -> copy.put("accountLevel", 1));
  }

  /** With an account that is locked: nothing can be approved. */
  public CitizenDraft locked() {
    return with(copy -> copy.put("locked", true));
  }

  /** Approves each login and consent, as without this. */
  public CitizenDraft approvesEverything() {
    return with(copy -> copy.put("decides", "approve"));
  }

  /** Declines each login and consent. */
  public CitizenDraft declines() {
    return with(copy -> copy.put("decides", "decline"));
  }

  /** Leaves each login and consent without an answer. */
  public CitizenDraft ignores() {
    return with(copy -> copy.put("decides", "ignore"));
  }

  /**
   * Lives here.
   *
   * @param provinceCode two digits of the list of 1 July 2025
   * @param communeCode five digits of that list
   */
  public CitizenDraft livingAt(String address, String provinceCode, String communeCode) {
    return with(
        copy ->
            copy.putObject("residence")
                .put("formatted", address)
                .put("provinceCode", provinceCode)
                .put("communeCode", communeCode));
  }

  /** Known to the tax registry by the same name; without this it knows nobody of the number. */
  public CitizenDraft withTaxCode() {
    return with(CitizenDraft::tax);
  }

  /** Known to the tax registry by another name: a mismatch. */
  public CitizenDraft withTaxCodeInTheNameOf(String name) {
    return with(copy -> tax(copy).put("name", name));
  }

  /** With number and tax code linked already. */
  public CitizenDraft withLinkedTaxCode() {
    return with(copy -> tax(copy).put("linked", true));
  }

  /**
   * With a tax code from before 1 July 2025, which a link merges; each call adds one more.
   *
   * @param code ten digits, the last of them the check digit
   */
  public CitizenDraft withOldTaxCode(String code) {
    return with(copy -> tax(copy).withArray("oldCodes").add(code));
  }

  /** Of whom the tax registry finds so many that a clerk has to look into it. */
  public CitizenDraft withTaxpayersFound(int count) {
    return with(copy -> tax(copy).put("candidates", count));
  }

  private static ObjectNode tax(ObjectNode row) {
    return row.withObjectProperty("tax");
  }

  /**
   * With a health record that holds at least so many resources of a data set.
   *
   * @param dataSetCode one that comes in pages, such as {@code immunizations}
   */
  public CitizenDraft withRecords(String dataSetCode, int count) {
    return with(
        copy ->
            copy.withObjectProperty("health")
                .withArray("atLeast")
                .addObject()
                .put("dataSet", dataSetCode)
                .put("count", count));
  }

  /**
   * What this person is good for in a test; the pages and the list of people show it.
   *
   * @param vi in Vietnamese
   * @param en in English
   */
  public CitizenDraft because(String vi, String en) {
    return with(copy -> copy.putObject("why").put("vi", vi).put("en", en));
  }

  ObjectNode row() {
    return row;
  }

  static IllegalArgumentException refusal(String member, String reason) {
    return new IllegalArgumentException("The citizen's " + member + " " + reason + ".");
  }

  /** Masked: a name is personal data. */
  @Override
  public String toString() {
    return "CitizenDraft";
  }
}
