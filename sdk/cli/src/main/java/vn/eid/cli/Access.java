package vn.eid.cli;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.eid.EidClient;
import vn.eid.Environment;

/** Who calls which provider. Each may come from the environment instead; nothing is guessed. */
final class Access {
  static final String ENVIRONMENT = "EID_ENVIRONMENT";

  @Option(names = "--issuer", paramLabel = "URL", required = true)
  private String issuer = "";

  @Option(names = "--client-id", paramLabel = "ID", required = true)
  private String clientId = "";

  @Option(names = "--key", paramLabel = "FILE", required = true)
  private String key = "";

  @Option(names = "--sandbox")
  private boolean sandbox;

  @Option(names = "--production")
  private boolean production;

  /** The client for it; says on the way where the key lies too openly. */
  EidClient client(Shell shell, Words words) {
    Environment environment = environment(shell.environment().get(ENVIRONMENT), words);
    KeyFile file = KeyFile.named(key, words);
    EidClient client = EidClient.builder(environment, clientId, file.read()).build();
    if (file.isReadableByOthers()) {
      shell.err().println(words.say("key.open"));
    }
    return client;
  }

  private Environment environment(@Nullable String set, Words words) {
    URI uri = uri(words);
    if (sandbox == production) {
      return sandbox ? wrong(words) : ofVariable(set, uri, words);
    }
    return sandbox ? Environment.sandbox(uri) : Environment.production(uri);
  }

  /** An option on the command line is stronger than the variable. */
  private static Environment ofVariable(@Nullable String set, URI uri, Words words) {
    return switch (set == null ? "" : set) {
      case "sandbox" -> Environment.sandbox(uri);
      case "production" -> Environment.production(uri);
      default -> wrong(words);
    };
  }

  private static Environment wrong(Words words) {
    throw new WrongUseException(words.say("environment.missing", ENVIRONMENT));
  }

  private URI uri(Words words) {
    try {
      return new URI(issuer);
    } catch (URISyntaxException e) {
      throw new WrongUseException(words.say("issuer.wrong"));
    }
  }
}
