package vn.eid.tax;

import vn.eid.InvalidRequestException;

/**
 * What is wrong with a row.
 *
 * @param column where; empty where it is the row as a whole
 * @param sentence which rule; it does not repeat what stands there
 */
record RowProblem(String column, String sentence) {

  static RowProblem in(InputColumn column, String sentence) {
    return new RowProblem(column.title(), sentence);
  }

  static RowProblem ofRow(String sentence) {
    return new RowProblem("", sentence);
  }

  /** The sentence of a value that refused the text, without the name of its argument and trace. */
  static RowProblem in(InputColumn column, InvalidRequestException refusal) {
    return in(column, Sentence.of(refusal, refusal.field()));
  }
}
