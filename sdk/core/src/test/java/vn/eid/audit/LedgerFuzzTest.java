package vn.eid.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import vn.eid.fuzz.HonestProvider;

/** An audit ledger: nothing is called intact but lines that were signed, in their order. */
class LedgerFuzzTest {
  private static final Path FILE = file();
  private static final Pattern SIGNATURE = Pattern.compile(",\"signature\":\"[^\"]*\"");

  @FuzzTest
  void read(byte[] input) throws IOException {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) throws IOException {
    Files.write(FILE, input);
    LedgerCheck check =
        AuditLedger.verify(
            FILE, HonestProvider.publicKeys(), new LedgerHead(0, LedgerHead.NOTHING));
    if (check.isIntact()) {
      isTheBeginning(input, check.lines());
    }
    return check.isIntact() && check.lines() > 0;
  }

  /** What is signed of a line says its number and what came before it, so one seed has them all. */
  private static void isTheBeginning(byte[] input, long lines) throws IOException {
    var signed = contents(Files.readAllBytes(goodSeed())).iterator();
    contents(input).limit(lines).forEach(line -> assertThat(line).isEqualTo(signed.next()));
  }

  private static java.util.stream.Stream<String> contents(byte[] ledger) {
    return SIGNATURE.matcher(new String(ledger, StandardCharsets.UTF_8)).replaceAll("").lines();
  }

  private static Path goodSeed() {
    return Path.of("src/test/resources/vn/eid/audit/LedgerFuzzTestInputs/read/good-1");
  }

  private static Path file() {
    try {
      Path file = Files.createTempFile("fuzz", ".ledger");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
