package vn.eid.mock.people;

/**
 * How often things happen, of 10,000 cases. All rates are ASSUMED: nobody has published such
 * figures; they are chosen so that each kind of result comes up in a payroll of some size.
 */
final class Rates {
  // What the registers have

  /** The tax registry knows nobody by the number. */
  static final int NOT_IN_REGISTRY = 100;

  /** The tax registry finds two taxpayers for one number: twins of a name. */
  static final int TWINS_OF_A_NAME = 50;

  /** Number and tax code are one already. */
  static final int LINKED = 1500;

  /** Has an old code of ten digits, of those who were born before 2007. */
  static final int OLD_CODE = 3500;

  /** Has two of them, of those who have one. */
  static final int SECOND_OLD_CODE = 1200;

  /** The tax code waits for identification data: status 10, reason 01. */
  static final int WAITS_FOR_DATA = 150;

  /** The tax registry writes the name otherwise than the population database. */
  static final int OTHER_NAME = 200;

  /** The tax registry has another birth date than the population database. */
  static final int OTHER_DATE = 100;

  /** Only the birth year is known, of those who were born before 1960. */
  static final int YEAR_ONLY = 1500;

  /** Has opened an account of level 1 only. */
  static final int LEVEL_ONE = 3000;

  // What an employer has

  /** The name is misspelt. */
  static final int MISSPELT_NAME = 150;

  /** Day and month are swapped, or a year was made a day. */
  static final int WRONG_DATE = 100;

  /** The number is nobody's. */
  static final int UNKNOWN_NUMBER = 50;

  /** Knows nothing of the old codes, of those who have one. */
  static final int FORGOTTEN_CODE = 6000;

  /** Has mistyped the old code, of those that are known. */
  static final int MISTYPED_CODE = 100;

  /** Has somebody else's old code. */
  static final int OTHER_CODE = 20;

  /** The row stands in the file a second time. */
  static final int DUPLICATE = 100;

  /** The name is in capital letters. */
  static final int CAPITALS = 2000;

  /** The name is in decomposed Unicode, as some keyboards and file systems write it. */
  static final int DECOMPOSED = 300;

  private Rates() {}
}
