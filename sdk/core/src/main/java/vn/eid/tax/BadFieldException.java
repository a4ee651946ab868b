package vn.eid.tax;

/** A field cannot be what its column says. Stays inside: it becomes the result of its row. */
final class BadFieldException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient RowProblem problem;

  BadFieldException(RowProblem problem) {
    // Made for each bad row of a large file: nobody looks at where.
    super(problem.sentence(), null, false, false);
    this.problem = problem;
  }

  RowProblem problem() {
    return problem;
  }
}
