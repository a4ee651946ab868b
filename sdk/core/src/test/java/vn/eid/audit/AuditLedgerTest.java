package vn.eid.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.eid.Threads.atOnce;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.ClientKey;
import vn.eid.InvalidRequestException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.audit.LedgerCheck.Kind;
import vn.eid.audit.LedgerEntry.Event;
import vn.eid.consent.ConsentId;
import vn.eid.consent.Period;
import vn.eid.internal.disk.CrashingDisk;
import vn.eid.internal.disk.CrashingDisk.Loss;
import vn.eid.internal.jose.Keys;

class AuditLedgerTest {
  private static final String JWK = Keys.freshJwk();
  private static final String PUBLIC = ClientKey.fromJwk(JWK).publicKeys();
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  @TempDir Path directory;

  @Test
  void whatWasWrittenVerifiesAndGoesOnAfterReopening() {
    write(3);
    write(2);
    assertThat(verify()).isEqualTo(LedgerCheck.intact(5));
  }

  @Test
  void aLineSaysWhoReadWhatAboutWhomWhenAndUnderWhichConsent() throws IOException {
    try (AuditLedger ledger = open(JWK)) {
      ledger.append(entry(1));
    }
    assertThat(lines().get(0))
        .startsWith("{\"number\":1,\"time\":\"2026-05-01T12:00:00Z\",\"previous\":\"-\",")
        .contains(
            "\"event\":\"begun\"",
            "\"asked_by\":\"doctor 1\"",
            "\"sub\":\"pseudonym\"",
            "\"consent_id\":\"consent-1\"",
            "\"period\":\"2020-01-01/2020-12-31\"",
            "\"count\":1");
  }

  @Test
  void aChangedLineIsFoundWhicheverItIs() throws IOException {
    write(4);
    for (int i = 0; i < 4; i++) {
      List<String> changed = lines();
      changed.set(i, changed.get(i).replace("doctor", "nobody"));
      finds(changed, i + 1, Kind.CHANGED);
    }
  }

  @Test
  void anyChangedByteIsFound() throws IOException {
    write(2);
    byte[] sound = Files.readAllBytes(file());
    for (int at = 0; at < sound.length; at += 23) {
      byte[] changed = sound.clone();
      changed[at] ^= 4;
      Files.write(file(), changed);
      assertThat(verify().isIntact()).as("byte %s", at).isFalse();
    }
  }

  @Test
  void aSignatureInAnotherFormIsFoundThoughItIsOfTheSameLine() throws Exception {
    write(2);
    List<String> changed = lines();
    changed.set(0, Malleable.other(changed.get(0)));
    finds(changed, 1, Kind.CHANGED);
  }

  @Test
  void missingLinesAreFoundInTheMiddleAndAtTheBeginning() throws IOException {
    write(5);
    List<String> without = lines();
    without.remove(2);
    finds(without, 3, Kind.MISSING);
    without.remove(0);
    finds(without, 1, Kind.MISSING);
  }

  @Test
  void linesInAnotherOrderOrTwiceAreFound() throws IOException {
    write(4);
    List<String> swapped = lines();
    Collections.swap(swapped, 1, 2);
    finds(swapped, 2, Kind.REORDERED);
    List<String> twice = new ArrayList<>(swapped);
    Collections.swap(twice, 1, 2);
    twice.add(2, twice.get(1));
    finds(twice, 3, Kind.REORDERED);
  }

  @Test
  void aCutEndIsFoundByTheSignedHeadBesideTheLedger() throws IOException {
    write(4);
    finds(lines().subList(0, 3), 4, Kind.CUT_AT_END);
    finds(List.of(), 1, Kind.CUT_AT_END);
    write(lines());
    Files.delete(head());
    assertThat(verify().problem().orElseThrow().kind()).isEqualTo(Kind.CUT_AT_END);
  }

  @Test
  void aHeadOfAnotherKeyOrAnotherTextIsNone() throws IOException {
    write(4);
    Files.writeString(head(), Files.readString(head()).replace('.', ','));
    assertThat(verify().problem().orElseThrow().kind()).isEqualTo(Kind.CUT_AT_END);
  }

  @Test
  void aCutWithTheHeadOfThatTimePutBackIsFoundOnlyByAHeadKeptElsewhere() throws IOException {
    write(2);
    byte[] earlierHead = Files.readAllBytes(head());
    byte[] earlier = Files.readAllBytes(file());
    LedgerHead kept;
    try (AuditLedger ledger = open(JWK)) {
      ledger.append(entry(3));
      kept = LedgerHead.parse(ledger.head().toString());
    }
    assertThat(AuditLedger.verify(file(), PUBLIC, kept).isIntact()).isTrue();
    Files.write(file(), earlier);
    Files.write(head(), earlierHead);
    assertThat(verify().isIntact()).as("this is what files alone cannot show").isTrue();
    assertThat(AuditLedger.verify(file(), PUBLIC, kept).problem().orElseThrow().kind())
        .isEqualTo(Kind.CUT_AT_END);
  }

  @Test
  void aLedgerWrittenAnewByWhoHasTheKeyIsFoundByAHeadKeptElsewhere() throws IOException {
    write(3);
    LedgerHead kept;
    try (AuditLedger ledger = open(JWK)) {
      kept = ledger.head();
    }
    Files.delete(file());
    Files.delete(head());
    try (AuditLedger ledger = open(JWK)) {
      IntStream.range(10, 15).forEach(i -> ledger.append(entry(i)));
    }
    assertThat(verify().isIntact()).isTrue();
    assertThat(AuditLedger.verify(file(), PUBLIC, kept).problem().orElseThrow())
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.CHANGED))
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
  }

  @Test
  void aLineByAStrangersKeyIsForged() throws IOException {
    write(2);
    List<String> lines = lines();
    Files.move(file(), directory.resolve("mine"));
    Files.delete(head());
    try (AuditLedger strangers = open(Keys.freshJwk())) {
      IntStream.rangeClosed(1, 2).forEach(i -> strangers.append(entry(i)));
    }
    lines.set(1, lines().get(1));
    finds(lines, 2, Kind.FORGED);
  }

  @Test
  void verifyingReturnsWhatIsWrongAndThrowsNothing() throws IOException {
    write(2);
    for (String text :
        List.of(
            "\n", "{}\n", "null\n", "{\"number\":1}\n", "x".repeat(99_999) + "\n", "\u0000\n")) {
      Files.writeString(file(), text);
      assertThat(verify().problem().orElseThrow().line()).isEqualTo(1);
    }
    Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xc0, '\n'});
    assertThat(verify().isIntact()).isFalse();
  }

  @Test
  void whereThereIsNoFileItSaysSo() {
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(this::verify);
  }

  @Test
  void doesNotOpenWhereTheEndWasCutOrChanged() throws IOException {
    write(3);
    List<String> sound = lines();
    write(sound.subList(0, 2));
    refusesToOpen();
    List<String> changed = new ArrayList<>(sound);
    changed.set(2, changed.get(2).replace("doctor", "nobody"));
    write(changed);
    refusesToOpen();
    write(sound);
    Files.delete(head());
    refusesToOpen();
  }

  @Test
  void aTornLastLineIsSetAsideAndNoted() throws IOException {
    write(2);
    Files.writeString(file(), "{\"number\":3,\"ti", java.nio.file.StandardOpenOption.APPEND);
    assertThat(verify().isIntact()).as("nobody was told that the third line is there").isTrue();
    write(1);
    assertThat(verify()).isEqualTo(LedgerCheck.intact(4));
    assertThat(lines().get(2)).contains("\"event\":\"recovered\"", "\"set_aside_bytes\":15");
    assertThat(directory.resolve("ledger.torn-3")).hasContent("{\"number\":3,\"ti");
  }

  @Test
  void aCrashAtAnyMomentLosesNoLineThatWasAcknowledged() throws IOException {
    for (Loss loss : Loss.values()) {
      int acknowledged = 0;
      for (int n = 0; acknowledged < 4; n++) {
        Path file = directory.resolve(loss + "-" + n).resolve("ledger");
        acknowledged = crash(file, n, loss);
        try (AuditLedger ledger =
            AuditLedger.open(Keys.signing(JWK), CLOCK, file, Optional.empty())) {
          assertThat(ledger.head().lines()).isGreaterThanOrEqualTo(acknowledged);
          ledger.append(entry(9));
        }
        LedgerCheck check = AuditLedger.verify(file, PUBLIC);
        assertThat(check.isIntact()).as("%s %s: %s", loss, n, check).isTrue();
      }
    }
  }

  private static int crash(Path file, int operations, Loss loss) throws IOException {
    CrashingDisk disk = new CrashingDisk(operations);
    int acknowledged = 0;
    try (AuditLedger ledger =
        AuditLedger.open(Keys.signing(JWK), CLOCK, file, Optional.empty(), disk)) {
      for (int i = 1; i <= 4; i++) {
        ledger.append(entry(i));
        acknowledged++;
      }
    } catch (UnavailableException e) {
      assertThat(disk.isDead()).isTrue();
    }
    disk.restart(loss);
    return acknowledged;
  }

  @Test
  void afterAFailureOfTheDiskNothingMoreIsAcknowledged() {
    CrashingDisk disk = new CrashingDisk(16);
    try (AuditLedger ledger =
        AuditLedger.open(Keys.signing(JWK), CLOCK, file(), Optional.empty(), disk)) {
      for (int i = 0; i < 20; i++) {
        int number = i;
        if (disk.isDead()) {
          assertThatExceptionOfType(UnavailableException.class)
              .isThrownBy(() -> ledger.append(entry(number)));
        } else {
          try {
            ledger.append(entry(number));
          } catch (UnavailableException e) {
            assertThat(disk.isDead()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void refusesKeysThatAreNoKeySet() {
    open(JWK).close();
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> AuditLedger.verify(file(), "no keys"))
        .matches(e -> e.field().equals("trustedKeys"));
  }

  @Test
  void manyThreadsAppendOneChain() throws Exception {
    try (AuditLedger ledger = open(JWK)) {
      atOnce(8, () -> appendMany(ledger));
      assertThat(ledger.head().lines()).isEqualTo(200);
      assertThat(verify()).isEqualTo(LedgerCheck.intact(200));
    }
  }

  @Test
  void anInterruptedThreadDoesNotBreakTheLedgerForOthers() {
    try (AuditLedger ledger = open(JWK)) {
      Thread.currentThread().interrupt();
      ledger.append(entry(1));
      assertThat(Thread.interrupted()).isTrue();
      ledger.append(entry(2));
    }
    assertThat(verify()).isEqualTo(LedgerCheck.intact(2));
  }

  @Test
  void twoAtATimeAreRefused() {
    try (AuditLedger ledger = open(JWK)) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> open(JWK))
          .satisfies(e -> assertThat(e.field()).isEqualTo("auditLedger"));
      ledger.append(entry(1));
    }
    write(1);
  }

  @Test
  void aLedgerGoesOnUnderAnotherClientKeyThatKnowsTheFormer() {
    write(2);
    String newer = Keys.freshJwk();
    assertThatExceptionOfType(UntrustedException.class).isThrownBy(() -> open(newer));
    try (AuditLedger ledger =
        AuditLedger.open(Keys.signing(newer), CLOCK, file(), Optional.of(PUBLIC))) {
      ledger.append(entry(3));
    }
    assertThat(verify().isIntact()).isFalse();
    String both = joined(PUBLIC, ClientKey.fromJwk(newer).publicKeys());
    assertThat(AuditLedger.verify(file(), both)).isEqualTo(LedgerCheck.intact(3));
  }

  @Test
  void anExportHoldsWhatWasAskedForAndProvesItself() throws IOException {
    write(5);
    try (AuditLedger ledger = open(JWK)) {
      assertThat(export(ledger, LedgerFilter.everything())).hasSize(6);
      List<String> one =
          export(
              ledger,
              LedgerFilter.everything()
                  .under(ConsentId.of("consent-2"))
                  .askedBy("doctor 2")
                  .about("pseudonym")
                  .from(NOON)
                  .until(NOON.plusSeconds(1)));
      assertThat(one).hasSize(2);
      assertThat(one.get(0)).isEqualTo(lines().get(1));
      assertThat(verifyExport(one)).isEqualTo(LedgerCheck.intact(1));
      assertThat(export(ledger, LedgerFilter.everything().until(NOON))).hasSize(1);
      assertThat(export(ledger, LedgerFilter.everything().from(NOON.plusSeconds(1)))).hasSize(1);
      assertThat(export(ledger, LedgerFilter.everything().about("another"))).hasSize(1);
    }
  }

  @Test
  void anExportThatWasTamperedWithDoesNotVerify() throws IOException {
    write(5);
    List<String> sound;
    try (AuditLedger ledger = open(JWK)) {
      sound = export(ledger, LedgerFilter.everything());
    }
    List<String> changed = new ArrayList<>(sound);
    changed.set(1, changed.get(1).replace("doctor", "nobody"));
    findsInExport(changed, Kind.CHANGED);
    List<String> without = new ArrayList<>(sound);
    without.remove(1);
    findsInExport(without, Kind.MISSING);
    findsInExport(sound.subList(0, 5), Kind.CUT_AT_END);
    List<String> swapped = new ArrayList<>(sound);
    Collections.swap(swapped, 0, 1);
    findsInExport(swapped, Kind.REORDERED);
    List<String> longer = new ArrayList<>(sound);
    longer.add(sound.get(0));
    findsInExport(longer, Kind.REORDERED);
  }

  @Test
  void aLineCannotBeBrokenNorHoldACitizenNumber() {
    for (String text :
        List.of(
            "",
            " ",
            "a\nb",
            "a\rb",
            "a\u0085b",
            "a\u2028b",
            "a\u0000",
            "a\u202eb",
            "x".repeat(101),
            "Dr 099085000011")) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> LedgerEntry.checkAskedBy(text))
          .satisfies(e -> assertThat(e.field()).isEqualTo("askedBy"))
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("099085000011"));
    }
    LedgerEntry.checkAskedBy("BS. Nguyễn Văn An, khoa Nội \",\"signature\":\"a..b\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "099085000011",
        "desk 099.085.000.011",
        "099 085 000 011",
        "0990-8500-0011",
        "099085\u00a0000011",
        "099\u2011085\u2011000\u2011011",
        "\uff10\uff19\uff19\uff10\uff18\uff15\uff10\uff10\uff10\uff10\uff11\uff11",
        "\u0660\u0669\u0669\u0660\u0668\u0665\u0660\u0660\u0660\u0660\u0661\u0661",
        "0\u03019\u03019\u0301085000011",
        "CCCD:099085000011/BS"
      })
  void whoAsksIsNotNamedByACitizenNumberHoweverItIsWritten(String text) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> LedgerEntry.checkAskedBy(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0990850000112",
        "ticket 2026-11-22/1234",
        "+84 912 345 678",
        "a1b2",
        "Khoa Nội 3"
      })
  void whoAsksMayBeAReferenceWithDigits(String text) {
    LedgerEntry.checkAskedBy(text);
  }

  @Test
  void noTextIsACitizenNumberButAnIdMayHaveTwelveDigits() {
    String number = "099085000011";
    for (int place = 3; place < 7; place++) {
      String[] texts = {"t", "w", "c", "s", "P", "d", "o"};
      texts[place] = number;
      assertThatExceptionOfType(InvalidRequestException.class)
          .as("place %s", place)
          .isThrownBy(() -> entry(texts))
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain(number));
    }
    entry("0a123456789012bc", "w", "202600000123", "pairwise-099085000011-x", "P", "d", "o");
  }

  private static LedgerEntry entry(String... texts) {
    return new LedgerEntry(
        texts[0],
        Event.BEGUN,
        texts[1],
        texts[3],
        texts[2],
        texts[4],
        texts[5],
        Optional.empty(),
        0,
        texts[6]);
  }

  @Test
  void theFilesOfALedgerAreItsOwnersAlone() throws IOException {
    Path ledger = directory.resolve("new").resolve("ledger");
    try (AuditLedger open = AuditLedger.open(Keys.signing(JWK), CLOCK, ledger, Optional.empty())) {
      open.append(entry(1));
    }
    for (Path file : List.of(ledger, ledger.resolveSibling("ledger.head"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("new"))))
        .isEqualTo("rwx------");
  }

  @Test
  void aTextThatLooksLikeJsonStaysAText() throws IOException {
    try (AuditLedger ledger = open(JWK)) {
      ledger.append(
          new LedgerEntry(
              "t",
              Event.BEGUN,
              "x\",\"signature\":\"a..b\"}",
              "s",
              "c",
              "P",
              "d",
              Optional.empty(),
              1,
              "ok"));
    }
    assertThat(verify()).isEqualTo(LedgerCheck.intact(1));
  }

  private static boolean appendMany(AuditLedger ledger) {
    IntStream.range(0, 25).forEach(i -> ledger.append(entry(i)));
    return true;
  }

  private static List<String> export(AuditLedger ledger, LedgerFilter filter) {
    StringBuilder out = new StringBuilder();
    ledger.export(filter, out);
    return List.of(out.toString().split("\n", -1))
        .subList(0, (int) out.chars().filter(c -> c == '\n').count());
  }

  private LedgerCheck verifyExport(List<String> lines) throws IOException {
    Path file = directory.resolve("export");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return AuditLedger.verifyExport(file, PUBLIC);
  }

  private void findsInExport(List<String> lines, Kind kind) throws IOException {
    assertThat(verifyExport(lines).problem().orElseThrow().kind()).isEqualTo(kind);
  }

  private void refusesToOpen() {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> open(JWK))
        .satisfies(e -> assertThat(e.check()).isEqualTo(UntrustedException.Check.SIGNATURE));
  }

  private void finds(List<String> lines, long line, Kind kind) throws IOException {
    List<String> before = lines();
    write(lines);
    LedgerCheck check = verify();
    assertThat(check.problem()).as("%s", check).isPresent();
    assertThat(check.problem().orElseThrow().kind()).isEqualTo(kind);
    assertThat(check.problem().orElseThrow().line()).isEqualTo(line);
    write(before);
  }

  private void write(List<String> lines) throws IOException {
    Files.writeString(file(), lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  private void write(int count) {
    try (AuditLedger ledger = open(JWK)) {
      IntStream.rangeClosed(1, count).forEach(i -> ledger.append(entry(i)));
    }
  }

  static LedgerEntry entry(int number) {
    return new LedgerEntry(
        "trace-" + number,
        Event.BEGUN,
        "doctor " + number,
        "pseudonym",
        "consent-" + number,
        "TREATMENT",
        "immunizations",
        Optional.of(Period.between(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31))),
        number,
        "begun");
  }

  private AuditLedger open(String jwk) {
    return AuditLedger.open(Keys.signing(jwk), CLOCK, file(), Optional.empty());
  }

  private LedgerCheck verify() {
    return AuditLedger.verify(file(), PUBLIC);
  }

  private static String joined(String one, String other) {
    return one.substring(0, one.lastIndexOf(']')) + "," + other.substring(other.indexOf('[') + 1);
  }

  private List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(file(), StandardCharsets.UTF_8));
  }

  private Path file() {
    return directory.resolve("ledger");
  }

  private Path head() {
    return directory.resolve("ledger.head");
  }
}
