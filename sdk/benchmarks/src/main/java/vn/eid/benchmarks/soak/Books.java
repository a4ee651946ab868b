package vn.eid.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/** What the client says that it did, to be compared with what the server says. */
final class Books {
  /** What the client knows of a thing after its call. */
  enum Word {
    DONE,
    PERHAPS,
    NOT_DONE
  }

  private final Map<String, Word> links = new ConcurrentHashMap<>();
  private final Map<String, Word> codes = new ConcurrentHashMap<>();
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> arrived = new ConcurrentHashMap<>();

  /** Of a link, by the citizen's number. */
  void link(String number, Word word) {
    links.put(number, word);
  }

  /** Of a login, by its code. */
  void login(String code, Word word) {
    codes.put(code, word);
  }

  void sent(String event) {
    sent.add(event);
  }

  void arrived(String event) {
    arrived.merge(event, 1, Integer::sum);
  }

  /** Whether everything that was sent has come. */
  boolean isAllHere() {
    return arrived.keySet().containsAll(sent);
  }

  /** What the two sides do not agree on, each in a sentence. */
  List<String> complaints(ToLongFunction<String> timesLinked, ToLongFunction<String> redeemed) {
    List<String> complaints = new ArrayList<>();
    compare("link", links, timesLinked, complaints);
    compare("login", codes, redeemed, complaints);
    long lost = sent.stream().filter(event -> !arrived.containsKey(event)).count();
    long twice = sent.stream().filter(event -> arrived.getOrDefault(event, 0) > 1).count();
    if (lost > 0 || twice > 0) {
      complaints.add("Of " + sent.size() + " events, " + lost + " lost, " + twice + " told twice");
    }
    return complaints;
  }

  private static void compare(
      String what, Map<String, Word> said, ToLongFunction<String> done, List<String> complaints) {
    Map<String, Integer> wrong = new TreeMap<>();
    said.forEach(
        (name, word) -> {
          long times = done.applyAsLong(name);
          if (times > 1) {
            wrong.merge("done " + times + " times", 1, Integer::sum);
          }
          if (word == Word.DONE && times == 0) {
            wrong.merge("said to be done, and was not", 1, Integer::sum);
          }
          if (word == Word.NOT_DONE && times > 0) {
            wrong.merge("said not to be done, and was", 1, Integer::sum);
          }
        });
    wrong.forEach(
        (how, many) -> complaints.add(many + " of " + said.size() + " " + what + "s: " + how));
  }

  @Override
  public String toString() {
    return links.size() + " links, " + codes.size() + " logins, " + sent.size() + " events";
  }
}
