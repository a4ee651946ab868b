package vn.eid.benchmarks.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import vn.eid.CitizenId;
import vn.eid.PartialDate;
import vn.eid.benchmarks.ChildJvm;

/** The mock server in its process, and what it says about what was done there. */
final class Server implements AutoCloseable {
  private static final String HEAP = "384m";

  private final ChildJvm process;
  private final URI issuer;
  private final String clientId;
  private final String clientKey;

  private Server(ChildJvm process) throws IOException {
    this.process = process;
    String[] names = process.line().split(" ", 2);
    this.issuer = URI.create(names[0]);
    this.clientId = names[1];
    this.clientKey = process.line();
  }

  static Server start() throws IOException {
    return new Server(ChildJvm.start(HEAP, SoakServer.class, List.of()));
  }

  URI issuer() {
    return issuer;
  }

  String clientId() {
    return clientId;
  }

  String clientKey() {
    return clientKey;
  }

  Sample sample() {
    return Sample.read(ask("sample"));
  }

  /** Has it note who came since it last did. */
  void note() {
    String unused = ask("note");
  }

  /** Somebody else each time. */
  Desk.Person person() {
    String[] person = ask("person").split("\\|", 3);
    return new Desk.Person(CitizenId.parse(person[0]), person[2], PartialDate.parse(person[1]));
  }

  long timesLinked(String number) {
    return Long.parseLong(ask("linked " + number));
  }

  long timesRedeemed(String code) {
    return Long.parseLong(ask("redeemed " + code));
  }

  private synchronized String ask(String question) {
    try {
      return process.ask(question);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
