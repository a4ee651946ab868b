package vn.eid.tax;

import org.jspecify.annotations.Nullable;

/**
 * One row of the input: a person, or what is wrong with it.
 *
 * @param number where it stands in the input; the row that a spreadsheet shows
 * @param content what makes it the same as another
 */
record InputRow(
    long number,
    String reference,
    @Nullable LinkRow person,
    @Nullable RowProblem problem,
    String content) {

  static InputRow of(long number, LinkRow person) {
    return new InputRow(number, person.reference(), person, null, person.content());
  }

  static InputRow bad(long number, String reference, RowProblem problem) {
    return new InputRow(
        number, reference, null, problem, problem.column() + "\n" + problem.sentence());
  }
}
