package vn.eid.examples.stage;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.EidException;
import vn.eid.Environment;
import vn.eid.StorageKey;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;

/** A mock server, a client that is registered there, and a browser: what every story needs. */
public final class Stage implements AutoCloseable {

  /** What happens on a stage. */
  @FunctionalInterface
  public interface Story {
    void tell(Stage stage) throws InterruptedException;
  }

  /** People beside those who have a story; they are made when they are asked for. */
  private static final long CROWD = 20_000;

  private final Narrator narrator;
  private final boolean interactive;
  private final Browser browser;
  private final Phone phone;
  private final EidMock mock;
  private final Folder folder;
  private final ClientKey key;
  private final EidClient client;

  private Stage(PrintStream out, boolean interactive) {
    this.narrator = new Narrator(out);
    this.interactive = interactive;
    this.browser = interactive ? new PersonsBrowser(narrator) : new HeadlessBrowser();
    this.mock =
        EidMock.start(
            MockOptions.defaults()
                .interactive(interactive)
                .clientName("Phòng khám Hoa Sen")
                .generate(CROWD, 2026)
                .redirectUri(browser.callback().toString()));
    this.phone = interactive ? new PersonsPhone(narrator) : new MockPhone(mock, narrator);
    this.folder = Folder.temporary();
    this.key = ClientKey.fromJwk(mock.clientKeyJwk());
    this.client =
        EidClient.builder(Environment.sandbox(mock.issuer()), mock.clientId(), key)
            .storageKey(freshStorageKey())
            .auditLedger(ledger())
            .build();
  }

  /** Runs stories as a program: options in, exit code out, no stack trace for what can be said. */
  public static void run(String[] args, Story... stories) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    int exitCode = run(List.of(args), out, stories);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** The same with the exit code as a value: 0 told, 1 broken, 2 called wrongly. */
  public static int run(List<String> args, PrintStream out, Story... stories) {
    boolean interactive = args.contains("--interactive");
    if (args.size() > (interactive ? 1 : 0)) {
      out.println("The only option is --interactive: you are then the citizen, in your browser.");
      return 2;
    }
    try (Stage stage = new Stage(out, interactive)) {
      for (Story story : stories) {
        story.tell(stage);
      }
      return 0;
    } catch (EidException e) {
      out.println(e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  public Narrator narrator() {
    return narrator;
  }

  public EidMock mock() {
    return mock;
  }

  public EidClient client() {
    return client;
  }

  public Browser browser() {
    return browser;
  }

  public Phone phone() {
    return phone;
  }

  /** Lets the story answer what a citizen is asked next. A person answers for themselves. */
  public void leavesUnanswered(String number) {
    if (!interactive) {
      mock.citizen(number).ignoresNext();
    }
  }

  /** Where the provider sends the citizen's browser back to. */
  public URI callback() {
    return browser.callback();
  }

  /** Whether a person plays the citizen. */
  public boolean isInteractive() {
    return interactive;
  }

  /** Puts a citizen of the mock server in front of the browser. A person chooses for themselves. */
  public void atTheBrowser(String number) {
    if (!interactive) {
      mock.signsIn(number);
    }
  }

  /** Lets the citizen see a consent request. Without a person, the citizen agrees to these. */
  public void letDecide(Consent.Requested requested, String number, DataSet<?>... dataSets)
      throws InterruptedException {
    if (interactive) {
      browser.visit(requested.approvalUri());
    } else {
      String[] names = Stream.of(dataSets).map(DataSet::name).toArray(String[]::new);
      mock.citizen(number).approve(requested.id().value(), names);
    }
  }

  /** Lets the citizen take a consent back. */
  public void letRevoke(Consent.Active consent, String number) {
    // A person could do it on the mock's page /my; the story does not wait for that.
    mock.citizen(number).revoke(consent.id().value());
  }

  /** A folder that is gone when the stage is closed. */
  public Path folder() {
    return folder.path();
  }

  /** The file in which the client writes down who read what. */
  public Path ledger() {
    return folder.path().resolve("audit-ledger");
  }

  /** What an inspector needs to verify the client's signatures. */
  public String publicKeys() {
    return key.publicKeys();
  }

  @Override
  public void close() {
    client.close();
    mock.close();
    browser.close();
    folder.close();
  }

  private static StorageKey freshStorageKey() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return StorageKey.of(secret);
  }
}
