package vn.eid.benchmarks.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;
import vn.eid.mock.PayrollRow;
import vn.eid.mock.SeenRequest;

/** The mock server's process. It answers questions, one a line, about what was really done. */
public final class SoakServer {
  private static final int PEOPLE = 200_000;

  private final EidMock mock;
  private final Map<String, Integer> redeemed = new ConcurrentHashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Iterator<PayrollRow> people;
  private @Nullable SeenRequest last;

  private SoakServer(EidMock mock) {
    this.mock = mock;
    this.people =
        mock.payroll(PEOPLE)
            .filter(row -> row.expected().equals("linked") && row.oldTaxCodes().isEmpty())
            // An employer has some people in the files twice.
            .filter(row -> known.add(row.citizenId()))
            .iterator();
  }

  /** Says where it is and who its client is, and answers until nobody asks any more. */
  public static void main(String[] args) throws IOException {
    try (EidMock mock = EidMock.start(options());
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      out.println(mock.issuer() + " " + mock.clientId());
      out.println(mock.clientKeyJwk().replace('\n', ' '));
      SoakServer server = new SoakServer(mock);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.println(server.answer(line.split(" ", 2)));
      }
    }
  }

  private static MockOptions options() {
    return MockOptions.defaults().generate(PEOPLE, 8);
  }

  private String answer(String[] question) throws IOException {
    return switch (question[0]) {
      case "sample" -> Sample.here().line();
      case "note" -> noted();
      case "person" -> next();
      case "linked" -> Long.toString(mock.timesLinked(question[1]));
      case "redeemed" -> Integer.toString(redeemed.getOrDefault(question[1], 0));
      default -> throw new IllegalArgumentException(question[0]);
    };
  }

  private String next() {
    PayrollRow person = people.next();
    return String.join("|", person.citizenId(), person.birthDate(), person.fullName());
  }

  /** Notes which codes were redeemed since it last did. The journal keeps a thousand requests. */
  private String noted() {
    List<SeenRequest> journal = mock.requests();
    int known = last == null ? -1 : journal.indexOf(last);
    List<SeenRequest> news = journal.subList(known + 1, journal.size());
    news.stream()
        .filter(request -> request.path().equals("/token") && request.status() == 200)
        .forEach(
            request -> request.form("code").ifPresent(c -> redeemed.merge(c, 1, Integer::sum)));
    last = journal.isEmpty() ? null : journal.get(journal.size() - 1);
    return Integer.toString(news.size());
  }
}
