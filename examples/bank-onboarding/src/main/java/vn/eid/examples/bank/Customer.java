package vn.eid.examples.bank;

import java.util.Optional;

/**
 * A citizen who has begun to open an account, or has one.
 *
 * @param blocked whether no money may leave: the e-ID account is locked
 * @param account its number
 */
record Customer(
    long id,
    boolean termsAccepted,
    Optional<TaxAnswer> tax,
    boolean blocked,
    Optional<String> account) {

  boolean isLinked() {
    return tax.filter(TaxAnswer::isLinked).isPresent();
  }

  /** Under which number an officer of the tax office looks into it. */
  Optional<String> openCase() {
    return tax.filter(answer -> answer.kind() == TaxAnswer.Kind.UNDER_REVIEW)
        .map(TaxAnswer::detail);
  }

  @Override
  public String toString() {
    return "Customer[" + id + "]";
  }
}
