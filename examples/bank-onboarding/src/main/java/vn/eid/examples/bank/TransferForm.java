package vn.eid.examples.bank;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A transfer as somebody typed it. */
record TransferForm(@Nullable String payee, @Nullable String amount, @Nullable String message) {
  private static final int LONGEST = 100;

  /** What was ordered, in values that can be right. */
  record Order(String payee, long amount, String message) {
    @Override
    public String toString() {
      return "Order[…]";
    }
  }

  static TransferForm empty() {
    return new TransferForm("", "", "");
  }

  Optional<Order> order() {
    OptionalLong dong = Dong.parse(text(amount));
    boolean wrong = dong.isEmpty() || isWrongPayee() || isWrongMessage();
    return wrong
        ? Optional.empty()
        : Optional.of(new Order(text(payee), dong.getAsLong(), text(message)));
  }

  public boolean isWrongPayee() {
    return !text(payee).matches("[0-9]{10}");
  }

  public boolean isWrongAmount() {
    return Dong.parse(text(amount)).isEmpty();
  }

  public boolean isWrongMessage() {
    return text(message).length() > LONGEST
        || text(message).chars().anyMatch(Character::isISOControl);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  @Override
  public String toString() {
    return "TransferForm[…]";
  }
}
