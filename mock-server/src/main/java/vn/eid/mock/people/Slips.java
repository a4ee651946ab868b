package vn.eid.mock.people;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.eid.mock.state.BirthDate;

/** How one person's name and birth date come to stand in two registers differently. */
final class Slips {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  private static final List<UnaryOperator<String>> OF_NAMES =
      List.of(
          Slips::withoutAccentsAtTheEnd,
          Slips::withoutMiddleName,
          name -> name.replace("ý", "í").replace("y", "i"),
          name -> name.replace("òa", "oà").replace("úy", "uý").replace("ủy", "uỷ"),
          Slips::withoutAccents);

  private Slips() {}

  /** The name with one mistake; never the same name. */
  static String name(String name, Chance chance) {
    int first = chance.below(OF_NAMES.size());
    for (int i = 0; i < OF_NAMES.size(); i++) {
      String slipped = OF_NAMES.get((first + i) % OF_NAMES.size()).apply(name);
      if (!slipped.equalsIgnoreCase(name)) {
        return slipped;
      }
    }
    return name + "h";
  }

  /** The birth date with one mistake; never the same date. */
  static BirthDate date(BirthDate date) {
    if (date.text().length() == 4) {
      return new BirthDate(date.text() + "-01-01");
    }
    LocalDate day = date.firstDay();
    if (day.getDayOfMonth() > 12 || day.getDayOfMonth() == day.getMonthValue()) {
      return new BirthDate(date.text().substring(0, 4));
    }
    return new BirthDate(
        LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()).toString());
  }

  /** A code of which one digit is another one, so that the check digit is wrong. */
  static String code(String code, Chance chance) {
    int at = 2 + chance.below(7);
    char other = code.charAt(at) == '9' ? '0' : (char) (code.charAt(at) + 1);
    return code.substring(0, at) + other + code.substring(at + 1);
  }

  private static String withoutMiddleName(String name) {
    int first = name.indexOf(' ');
    int last = name.lastIndexOf(' ');
    return name.substring(0, first) + name.substring(last);
  }

  private static String withoutAccentsAtTheEnd(String name) {
    int last = name.lastIndexOf(' ');
    return name.substring(0, last) + withoutAccents(name.substring(last));
  }

  // Đ has no decomposition.
  private static String withoutAccents(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return bare.replace('Đ', 'D').replace('đ', 'd');
  }
}
