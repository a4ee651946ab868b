package vn.eid.examples.frame;

import java.util.Locale;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** {@code ?lang=en} on any page changes the language; there are two. */
final class Languages extends LocaleChangeInterceptor {
  static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  Languages() {
    setParamName("lang");
  }

  @Override
  protected Locale parseLocaleValue(String wanted) {
    return wanted.equals("en") ? Locale.ENGLISH : VIETNAMESE;
  }
}
