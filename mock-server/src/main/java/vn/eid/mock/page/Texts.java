package vn.eid.mock.page;

import java.text.MessageFormat;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The words of a page in one language: {@code texts_vi.properties}, {@code texts_en.properties}.
 */
public final class Texts {
  private final Language language;
  private final ResourceBundle bundle;

  private Texts(Language language) {
    this.language = language;
    this.bundle = ResourceBundle.getBundle("vn.eid.mock.page.texts", language.locale());
  }

  public static Texts in(Language language) {
    return new Texts(language);
  }

  public Language language() {
    return language;
  }

  /** The text of a key, with {@code {0}}, {@code {1}} … filled in. */
  public String get(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), language.locale()).format(values);
  }

  /** The text of a key that may have none. */
  public Optional<String> find(String key) {
    return bundle.containsKey(key) ? Optional.of(get(key)) : Optional.empty();
  }
}
