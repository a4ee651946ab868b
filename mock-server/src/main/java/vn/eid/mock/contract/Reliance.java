package vn.eid.mock.contract;

import java.util.regex.Pattern;
import vn.eid.mock.endpoint.Exchange;

/**
 * Which requests rely on a behaviour: all of a route, those with a parameter of some form, or none
 * of which it could be told.
 */
public final class Reliance {
  private static final Pattern ANY = Pattern.compile("", Pattern.LITERAL);

  private final String text;
  private final String parameter;
  private final Pattern value;

  private Reliance(String text, String parameter, Pattern value) {
    this.text = text;
    this.parameter = parameter;
    this.value = value;
  }

  /** Reads {@code always}, {@code unseen}, or a parameter and an expression: {@code scope=.+}. */
  static Reliance parse(String text) {
    String[] parts = text.split("=", 2);
    if (parts.length == 2) {
      return new Reliance(text, parts[0], Pattern.compile(parts[1], Pattern.DOTALL));
    }
    if (!text.equals("always") && !text.equals("unseen")) {
      throw new IllegalStateException("The manifest does not know when \"" + text + "\" is.");
    }
    return new Reliance(text, "", ANY);
  }

  boolean of(Exchange exchange) {
    return parameter.isEmpty() ? text.equals("always") : matches(exchange);
  }

  private boolean matches(Exchange exchange) {
    return exchange
        .form()
        .one(parameter)
        .or(() -> exchange.query().one(parameter))
        .filter(given -> value.matcher(given).matches())
        .isPresent();
  }

  @Override
  public String toString() {
    return text;
  }
}
