package vn.eid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.eid.SignedAssertion.assertVerifies;
import static vn.eid.Threads.atOnce;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.login.LoginOutcome;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;

/**
 * Keys in a real PKCS#11 token, which no program can read out: SoftHSM, with a token of this test's
 * own. The library reads its configuration's path from the environment, so the build sets it.
 */
class TokenHeldKeyTest {
  private static final String PIN = "1234";
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
          Path.of("/usr/local/lib/softhsm/libsofthsm2.so"),
          Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));

  @TempDir private static Path folder;

  private static KeyStore token;

  @BeforeAll
  static void makeAToken() throws Exception {
    Optional<Path> library = LIBRARIES.stream().filter(Files::exists).findFirst();
    boolean tool =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "softhsm2-util")));
    assumeTrue(library.isPresent() && tool, "SoftHSM is not installed (package softhsm2)");
    String configuration = System.getenv("SOFTHSM2_CONF");
    assumeTrue(configuration != null, "SOFTHSM2_CONF is not set; Maven sets it");
    Files.createDirectory(folder.resolve("tokens"));
    Files.writeString(
        Path.of(configuration), "directories.tokendir = " + folder.resolve("tokens") + "\n");
    Path provider = folder.resolve("pkcs11.cfg");
    Files.writeString(provider, "name = eid\nlibrary = " + library.get() + "\nslotListIndex = 0\n");
    run("softhsm2-util --init-token --free --label eid --so-pin 4321 --pin " + PIN);
    generate(provider, "ec", "-keyalg EC -groupname secp256r1");
    generate(provider, "other-curve", "-keyalg EC -groupname secp384r1");
    generate(provider, "rsa", "-keyalg RSA -keysize 2048");
    token = open(provider);
  }

  @Test
  void theKeysCannotBeReadOut() throws Exception {
    for (String alias : List.of("ec", "rsa")) {
      assertThat(token.getKey(alias, null).getEncoded()).as(alias).isNull();
    }
  }

  @Test
  void signsInTheTokenWithEachKindOfKey() throws Exception {
    for (String alias : List.of("ec", "rsa")) {
      for (char[] pin : new char[][] {null, PIN.toCharArray()}) {
        ClientKey key = ClientKey.fromKeyStore(token, alias, pin);
        for (int i = 0; i < 20; i++) {
          assertVerifies(key);
        }
      }
    }
  }

  @Test
  void logsInWithAKeyThatNeverLeavesTheToken() {
    for (String alias : List.of("ec", "rsa")) {
      ClientKey key = ClientKey.fromKeyStore(token, alias, null);
      MockOptions options = MockOptions.defaults().clientKeys(key.publicKeys());
      try (EidMock mock = EidMock.start(options);
          Application app = Application.of(Application.builder(mock, key).build())) {
        assertThat(app.logIn()).as(alias).isInstanceOf(LoginOutcome.Approved.class);
      }
    }
  }

  @Test
  void goesUnderTheRegisteredIdAndTellsThePublicHalf() throws Exception {
    ClientKey key = ClientKey.fromKeyStore(token, "rsa", null).registeredAs("hsm-1");
    assertThat(key.publicKeys())
        .contains("\"kid\":\"hsm-1\"", "\"use\":\"sig\"", "\"alg\":\"PS256\"")
        .doesNotContain("\"d\"");
    assertVerifies(key);
  }

  @Test
  void onlySigns() {
    ClientKey key = ClientKey.fromKeyStore(token, "ec", null);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ClientKey.fromKeyStore(token, "rsa", null).alsoDecryptingWith(key))
        .withMessageContaining("held where it only signs");
  }

  @Test
  void refusesAKeyOfAnotherCurveAndAnAliasThatIsNotThere() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ClientKey.fromKeyStore(token, "other-curve", null))
        .withMessageContaining("P-256");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ClientKey.fromKeyStore(token, "nobody", null))
        .withMessageContaining("under that alias");
  }

  @Test
  void manyThreadsSignAtOnce() throws Exception {
    ClientKey key = ClientKey.fromKeyStore(token, "ec", null);
    Callable<Boolean> sign =
        () -> {
          for (int i = 0; i < 12; i++) {
            assertVerifies(key);
          }
          return true;
        };
    assertThat(atOnce(8, sign)).containsOnly(true);
  }

  private static KeyStore open(Path configuration) throws Exception {
    // Not added to the platform's providers: the SDK must find it by the key store.
    Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, PIN.toCharArray());
    return store;
  }

  private static void generate(Path provider, String alias, String kind) throws Exception {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    run(
        keytool
            + " -genkeypair -dname CN=test -keystore NONE -storetype PKCS11 -storepass "
            + PIN
            + " -addprovider SunPKCS11 -providerarg "
            + provider
            + " -alias "
            + alias
            + " "
            + kind);
  }

  private static void run(String command) throws Exception {
    Process process = new ProcessBuilder(command.split(" ", -1)).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
