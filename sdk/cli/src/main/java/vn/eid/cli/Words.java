package vn.eid.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What the program says, in one language. */
final class Words {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final String OPTION = "--lang";

  private final Locale locale;
  private final ResourceBundle bundle;

  private Words(Locale locale) {
    this.locale = locale;
    // English stands in the root bundle; asked for by its own name, the machine's language would
    // win.
    Locale file = locale.equals(VIETNAMESE) ? VIETNAMESE : Locale.ROOT;
    this.bundle = ResourceBundle.getBundle("vn.eid.cli.words", file);
  }

  /**
   * The language that is asked for, {@code --lang vi}, or that of the environment. It is looked for
   * before the options are read, because a wrong option is told in it too.
   */
  static Words askedFor(List<String> args, Map<String, String> environment) {
    String language = option(args);
    if (language.isEmpty()) {
      language =
          Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
              .map(name -> environment.getOrDefault(name, ""))
              .filter(value -> !value.isEmpty())
              .findFirst()
              .orElse("");
    }
    return new Words(
        language.toLowerCase(Locale.ROOT).startsWith("vi") ? VIETNAMESE : Locale.ENGLISH);
  }

  Locale locale() {
    return locale;
  }

  ResourceBundle bundle() {
    return bundle;
  }

  /** A sentence with values in it; numbers are written as the language writes them. */
  String say(String name, Object... values) {
    return String.format(locale, bundle.getString(name), values);
  }

  /** That the value of an option cannot be, and what it may be. */
  String sayWrong(String option) {
    String hint = "hint." + option.replaceFirst("^--", "");
    String sentence = say("wrong.value", option);
    return bundle.containsKey(hint) ? sentence + " " + say(hint) : sentence;
  }

  private static String option(List<String> args) {
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      String arg = rest.next();
      if (arg.startsWith(OPTION + "=")) {
        return arg.substring(OPTION.length() + 1);
      }
      if (arg.equals(OPTION) && rest.hasNext()) {
        return rest.next();
      }
    }
    return "";
  }
}
