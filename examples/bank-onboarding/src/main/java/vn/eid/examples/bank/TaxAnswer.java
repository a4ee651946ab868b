package vn.eid.examples.bank;

import java.util.stream.Collectors;
import vn.eid.tax.LinkResult;

/**
 * What the tax registry said about a customer, as the bank keeps it.
 *
 * @param detail the tax code, the fields that differ or the case's number; or empty
 */
record TaxAnswer(Kind kind, String detail) {
  enum Kind {
    LINKED,
    ALREADY_LINKED,
    MISMATCH,
    NOT_FOUND,
    UNDER_REVIEW,
    OTHER
  }

  static TaxAnswer of(LinkResult result) {
    if (result instanceof LinkResult.Linked linked) {
      return new TaxAnswer(Kind.LINKED, linked.link().taxCode().value());
    }
    if (result instanceof LinkResult.AlreadyLinked linked) {
      return new TaxAnswer(Kind.ALREADY_LINKED, linked.link().taxCode().value());
    }
    if (result instanceof LinkResult.Mismatch mismatch) {
      return new TaxAnswer(
          Kind.MISMATCH,
          mismatch.fields().stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
    }
    if (result instanceof LinkResult.UnderReview review) {
      return new TaxAnswer(Kind.UNDER_REVIEW, review.caseNumber());
    }
    return new TaxAnswer(result instanceof LinkResult.NotFound ? Kind.NOT_FOUND : Kind.OTHER, "");
  }

  public boolean isLinked() {
    return kind == Kind.LINKED || kind == Kind.ALREADY_LINKED;
  }

  @Override
  public String toString() {
    return "TaxAnswer[" + kind + "]";
  }
}
