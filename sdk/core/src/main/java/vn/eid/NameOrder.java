package vn.eid;

import java.util.Comparator;
import java.util.List;

/**
 * The order of Vietnamese lists of people: by given name, then family name, then what is between,
 * each word by the Vietnamese alphabet.
 */
final class NameOrder implements Comparator<VietnameseName> {
  private static final Comparator<String> WORDS = new WordOrder();

  @Override
  public int compare(VietnameseName one, VietnameseName other) {
    List<String> words = words(one);
    List<String> others = words(other);
    int last = words.size() - 1;
    int lastOther = others.size() - 1;
    int order = WORDS.compare(words.get(last), others.get(lastOther));
    for (int i = 0; order == 0 && i < Math.min(last, lastOther); i++) {
      order = WORDS.compare(words.get(i), others.get(i));
    }
    if (order == 0) {
      order = Integer.compare(last, lastOther);
    }
    return order == 0 ? one.value().compareTo(other.value()) : order;
  }

  private static List<String> words(VietnameseName name) {
    return List.of(NameFold.fold(name.value()).split(" ", -1));
  }
}
