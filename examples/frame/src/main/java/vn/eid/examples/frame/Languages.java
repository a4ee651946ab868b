package vn.eid.examples.frame;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code ?lang=en} on any page changes the language; there are two. */
final class Languages extends LocaleChangeInterceptor {
  static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  Languages() {
    setParamName("lang");
  }

  @Override
  public boolean preHandle(HttpServletRequest page, HttpServletResponse response, Object handler)
      throws ServletException {
    boolean goesOn = super.preHandle(page, response, handler);
    page.setAttribute("inOtherLanguage", inOtherLanguage(page));
    return goesOn;
  }

  /** The query that leads to the same page: what else it was asked with stays. */
  private String inOtherLanguage(HttpServletRequest page) {
    boolean english = RequestContextUtils.getLocale(page).equals(Locale.ENGLISH);
    return UriComponentsBuilder.newInstance()
        .query(page.getQueryString())
        .replaceQueryParam(getParamName(), english ? "vi" : "en")
        .build()
        .toUriString();
  }

  @Override
  protected Locale parseLocaleValue(String wanted) {
    return wanted.equals("en") ? Locale.ENGLISH : VIETNAMESE;
  }
}
