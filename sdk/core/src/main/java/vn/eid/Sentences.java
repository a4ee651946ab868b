package vn.eid;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/**
 * The sentences for the person in front of the screen, in one language. No resource bundle: a
 * native image gives bundles only in the languages it was built for, and Vietnamese is in it only
 * where somebody thought of it.
 */
final class Sentences {
  private static final Sentences VIETNAMESE = new Sentences("sentences_vi.properties");
  private static final Sentences ENGLISH = new Sentences("sentences.properties");

  private final Properties sentences = new Properties();

  private Sentences(String file) {
    try {
      sentences.load(new StringReader(new String(OwnFile.read(file), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Vietnamese for a Vietnamese locale, English for any other. */
  static Sentences in(Locale locale) {
    return locale.getLanguage().equals("vi") ? VIETNAMESE : ENGLISH;
  }

  String named(String name) {
    String sentence = sentences.getProperty(name);
    if (sentence == null) {
      throw new IllegalStateException("There is no sentence " + name);
    }
    return sentence;
  }
}
