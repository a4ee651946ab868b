package vn.eid.mock.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/**
 * A page that waits to be rendered.
 *
 * @param template a file below {@code src/main/jte}, such as {@code login/choose.jte}
 * @param values the template's parameters, besides {@code texts} and {@code styleNonce}
 */
public record Page(String template, Map<String, Object> values) {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Page.class.getClassLoader(), "vn.eid.mock.page.generated");

  /**
   * Renders the page. JTE escapes every value for the place where it stands.
   *
   * @param styleNonce what the content security policy asks of the one style sheet
   */
  public String html(Texts texts, String styleNonce) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("texts", texts);
    all.put("styleNonce", styleNonce);
    StringOutput output = new StringOutput();
    TEMPLATES.render(template, all, output);
    return output.toString();
  }
}
