package vn.eid.campaign;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of what comes of each verb under each trouble, in Markdown. */
final class Page {
  private static final String HEAD =
      """
      # Every verb under every fault of transport

      Made by `TransportCampaignTest` in `sdk/core`, which calls each verb of the client against the \
      mock server, spoils one of its requests in each of these ways, and compares what the client \
      says with what the server did. It fails where this page differs from what it found; the right \
      one stands in `sdk/core/target/evidence/transport-faults.md` then.

      | In a cell | What the application gets |
      |---|---|
      | works | the result, as if nothing had happened |
      | unavailable, not done | `UnavailableException`; `mayHaveTakenEffect()` is false: the server \
      cannot have done it, or the verb changes nothing |
      | unavailable, perhaps done | the same; `mayHaveTakenEffect()` is true |
      | limited, 7 s | `RateLimitedException`; `retryAfter()` is that long, one second where the \
      server names no time; what was refused is not done |
      | limited, 7 s, perhaps done | the same, but an earlier request of the same call is done: \
      `mayHaveTakenEffect()` is true |
      | untrusted FORMAT | `UntrustedException`; `check()` is that one |
      | the answer, 503 | the answer itself, in the application's own call to a protected API |
      | another class | an `IOException` of that class, in that call; where the session could not be \
      renewed, the SDK's exception is its cause |
      | tried again | the request was sent more than once, or a connection for it was tried more \
      than once: up to three times, and once more where a connection had been idle before |

      In each of these cases it was found that, without the fault, the same call works afterwards \
      (or, where a code or a grant was used up, a new login), that nothing was done twice, and that \
      no thread, no socket and no file was left behind when the clients were closed. What may be \
      done once only is sent once: codes, grants, messages to phones. Whatever is sent again reads, \
      or carries a key by which the server knows it again. A fault lasts as long as the call does, \
      but under `pushLogin.await`, where it strikes the first request. `pushLogin.outcome` asks as \
      `pushLogin.await` does; `sealedRecords` asks by `consents.find` and `records.pull`; a job \
      that links many people is given no patience here, so that it stops at the first failure.
      """;

  private Page() {}

  static String of(List<Cell> cells) {
    Map<Verb, Map<Trouble, String>> rows = new LinkedHashMap<>();
    cells.forEach(
        cell ->
            rows.computeIfAbsent(cell.verb(), verb -> new LinkedHashMap<>())
                .put(cell.trouble(), cell.text()));
    Map<String, List<Verb>> groups =
        rows.keySet().stream()
            .collect(Collectors.groupingBy(Verb::group, LinkedHashMap::new, Collectors.toList()));
    StringBuilder page = new StringBuilder(HEAD);
    groups.forEach((group, verbs) -> page.append(table(group, verbs, rows)));
    return page.toString();
  }

  private static String table(
      String group, List<Verb> verbs, Map<Verb, Map<Trouble, String>> rows) {
    String names =
        verbs.stream()
            .map(verb -> " `" + verb.name() + "`: " + verb.request() + " |")
            .collect(Collectors.joining());
    String lines =
        Arrays.stream(Trouble.values())
            .map(trouble -> line(trouble, verbs, rows))
            .collect(Collectors.joining());
    return "\n## "
        + group
        + "\n\n| |"
        + names
        + "\n|---|"
        + "---|".repeat(verbs.size())
        + "\n"
        + lines;
  }

  private static String line(
      Trouble trouble, List<Verb> verbs, Map<Verb, Map<Trouble, String>> rows) {
    return verbs.stream()
        .map(verb -> " " + rows.getOrDefault(verb, Map.of()).get(trouble) + " |")
        .collect(Collectors.joining("", "| " + trouble.words + " |", "\n"));
  }
}
