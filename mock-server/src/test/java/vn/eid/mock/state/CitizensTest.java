package vn.eid.mock.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CitizensTest {
  static final String GOOD =
      """
      {"citizens": [
        {"number": "099085000011", "name": "Nguyễn Văn An", "gender": "male",
         "birthDate": "1985-03-12", "accountLevel": 2,
         "residence": {"formatted": "Hà Nội", "provinceCode": "01", "communeCode": "00004"},
         "tax": {"name": "Nguyễn Văn An", "birthDate": "1985-03-12",
                 "status": {"code": "00", "reason": "03"}, "oldCodes": ["8999999018"]},
         "why": {"vi": "Thử", "en": "Test"}}
      ]}
      """;

  @TempDir private Path directory;

  /** A file that differs from a good one in one place, and what is said about it. */
  record BadFile(String good, String bad, String place, String reason) {
    // That facts contradict each other, or a calendar has no such day, no schema can say.
    private static final Set<String> NOT_IN_A_SCHEMA =
        Set.of(
            "not JSON",
            "for Array.",
            "sex digit 1",
            "birth year 1986",
            "birth year 2085",
            "must be a date",
            "still to come",
            "check digit");

    boolean isInSchema() {
      return !NOT_IN_A_SCHEMA.contains(reason);
    }

    @Override
    public String toString() {
      return place + " " + reason;
    }
  }

  private static Citizens load(Path file) {
    return Citizens.load(file, Instant.parse("2026-11-22T00:00:00Z"));
  }

  static List<BadFile> badFiles() {
    return List.of(
        new BadFile("]}", "]", "line 8, column 1", "not JSON"),
        new BadFile("{\"citizens\"", "[{\"citizens\"", "line 9, column 1", "for Array."),
        new BadFile("\"name\": \"Nguyễn", "\"name\": \"x\", \"name\": \"", "line 2", "not JSON"),
        new BadFile("\"accountLevel\": 2,", "", "citizens[0].accountLevel", "is missing"),
        new BadFile("\"accountLevel\": 2", "\"accountLevel\": 3", "accountLevel", "from 1 to 2"),
        new BadFile("\"gender\"", "\"sex\"", "citizens[0].sex", "is not known here"),
        new BadFile("\"why\": {", "\"why\": {\"fr\": \"x\", ", "citizens[0].why.fr", "not known"),
        new BadFile("\"099085000011\"", "99085000011", "citizens[0].number", "must be a text"),
        new BadFile("099085000011", "0990850000", "citizens[0].number", "must be 12 digits"),
        new BadFile("099085000011", "001" + "385000011", "citizens[0].number", "begin with 099"),
        new BadFile("099085000011", "099185000011", "citizens[0].number", "sex digit 1"),
        new BadFile("099085000011", "099086000011", "citizens[0].number", "birth year 1986"),
        new BadFile("099085000011", "099285000011", "citizens[0].number", "birth year 2085"),
        new BadFile("1985-03-12", "1985-02-30", "citizens[0].birthDate", "must be a date"),
        new BadFile("\"male\"", "\"man\"", "citizens[0].gender", "one of male, female"),
        new BadFile(
            "\"accountLevel\"",
            "\"decides\": \"maybe\", \"accountLevel\"",
            "citizens[0].decides",
            "one of approve, decline, ignore"),
        new BadFile(
            "099085000011\", \"name\": \"Nguyễn Văn An\", \"gender\": \"male\",\n   \"birthDate\": \"1985-03-12",
            "099226000011\", \"name\": \"Nguyễn Văn An\", \"gender\": \"male\",\n   \"birthDate\": \"2026-11-23",
            "citizens[0].birthDate",
            "still to come"),
        new BadFile("\"01\"", "\"99\"", "citizens[0].residence.provinceCode", "no province"),
        new BadFile("\"code\": \"00\"", "\"code\": \"08\"", "tax.status.code", "one of 00 to 07"),
        new BadFile("\"01\"", "\"1\"", "citizens[0].residence.provinceCode", "must be 2 digits"),
        new BadFile("00004", "004", "citizens[0].residence.communeCode", "must be 5 digits"),
        new BadFile(
            "\"why\"",
            "\"health\": {\"atLeast\": [{\"dataSet\": \"identity\", \"count\": 1}]}, \"why\"",
            "citizens[0].health.atLeast[0].dataSet",
            "comes in pages"),
        new BadFile(
            "\"why\"",
            "\"health\": {\"withheld\": [{\"dataSet\": \"allergies\", \"reason\": \"x\", \"count\": 1}]},"
                + " \"why\"",
            "citizens[0].health.withheld[0].reason",
            "is none of [citizen_hid, sensitive"),
        new BadFile(
            "\"why\"",
            "\"health\": {\"withheld\": [{\"dataSet\": \"allergies\", \"reason\": \"sensitive\","
                + " \"count\": 0}]}, \"why\"",
            "citizens[0].health.withheld[0].count",
            "only source_unreachable"),
        new BadFile("Hà Nội", "Hà\\nNội", "citizens[0].residence.formatted", "control character"),
        new BadFile("8999999018", "8999999019", "citizens[0].tax.oldCodes", "check digit"));
  }

  private Path file(String text) {
    try {
      return Files.writeString(directory.resolve("people.json"), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theBuiltInPeopleAreSixteenWithAReasonEach() {
    List<Citizen> all = Citizens.builtIn().all();
    assertThat(all).hasSize(16);
    assertThat(all).allSatisfy(citizen -> assertThat(citizen.why().vi()).isNotBlank());
    assertThat(all).allSatisfy(citizen -> assertThat(citizen.why().en()).isNotBlank());
    assertThat(all).extracting(Citizen::id).allMatch(number -> number.startsWith("099"));
  }

  private static Citizen builtIn(String number) {
    return Citizens.builtIn().find(number).orElseThrow();
  }

  @Test
  void eachOfTheBuiltInPeopleIsWhatTheReasonSays() {
    assertThat(builtIn("099192000022").accountLevel()).isEqualTo(1);
    assertThat(builtIn("099322000033").birthDate().year()).isEqualTo(2022);
    assertThat(builtIn("099051000044").birthDate().text()).isEqualTo("1951");
    assertThat(Normalizer.isNormalized(builtIn("099188000055").name(), Normalizer.Form.NFC))
        .isFalse();
    assertThat(builtIn("099082000101").locked()).isTrue();
    assertThat(builtIn("099075000112").nextDecision()).isEqualTo(Decision.DECLINE);
    assertThat(builtIn("099198000123").nextDecision()).isEqualTo(Decision.IGNORE);
    assertThat(builtIn("099060000134").health().atLeast(DataSet.IMMUNIZATIONS)).isEqualTo(620);
    assertThat(builtIn("099203000088").person().tax()).isEmpty();
  }

  @Test
  void aGoodFileIsRead() {
    Citizen citizen = load(file(GOOD)).find("099085000011").orElseThrow();
    assertThat(citizen.name()).isEqualTo("Nguyễn Văn An");
    assertThat(citizen.claim("birthdate")).contains("1985-03-12");
    assertThat(citizen.claim("gender")).contains("male");
    assertThat(citizen.claim("name")).contains("Nguyễn Văn An");
    assertThat(citizen.claim("citizen_id")).contains("099085000011");
    assertThat(citizen.claim("email")).isEmpty();
    assertThat(citizen.nextDecision()).isEqualTo(Decision.APPROVE);
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void aBadFileIsRefusedInOneSentence(BadFile bad) {
    assertThat(GOOD).contains(bad.good());
    Path file = file(GOOD.replace(bad.good(), bad.bad()));
    assertThatThrownBy(() -> load(file))
        .isInstanceOf(CitizensFileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(bad.place())
        .hasMessageContaining(bad.reason())
        .message()
        .satisfies(text -> assertThat(text.lines()).hasSizeBetween(1, 2)); // Some are two mistakes.
  }

  @Test
  void allMistakesOfAFileAreToldInOneGo() {
    String row = GOOD.substring(GOOD.indexOf('[') + 1, GOOD.lastIndexOf(']'));
    String bad = row.replace("\"male\"", "\"man\"").replace("\"01\"", "\"99\"");
    Path file = file("{\"citizens\": [" + row + ",\n" + bad + ",\n" + row + "]}");
    assertThatThrownBy(() -> load(file))
        .message()
        .satisfies(
            text ->
                assertThat(text.lines())
                    .satisfiesExactly(
                        gender ->
                            assertThat(gender).contains("line ", "citizens[1].gender must be"),
                        province -> assertThat(province).contains("citizens[1].residence.province"),
                        twice -> assertThat(twice).contains("citizens[2].number stands")))
        .asString()
        .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.startsWith(file + ": ")));
  }

  @Test
  void ofAThousandMistakesTheFirstFiftyAreTold() {
    String row = GOOD.substring(GOOD.indexOf('[') + 1, GOOD.lastIndexOf(']'));
    String bad = row.replace("\"male\"", "\"man\"");
    Path file = file("{\"citizens\": [" + String.join(",", Collections.nCopies(1000, bad)) + "]}");
    assertThatThrownBy(() -> load(file)).message().hasLineCount(51).endsWith("And 950 more.");
  }

  @Test
  void aNumberThatStandsTwiceIsRefused() {
    String row = GOOD.substring(GOOD.indexOf('[') + 1, GOOD.lastIndexOf(']'));
    Path file = file("{\"citizens\": [" + row + "," + row + "]}");
    assertThatThrownBy(() -> load(file))
        .hasMessageContaining("citizens[1].number stands in the file twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"099085000011\" | \"001085000011\" | line 2, column 4: citizens[0].number",
        "\"00004\" | 4 | line 4, column 63: citizens[0].residence.communeCode",
        "\"accountLevel\": 2, | | line 2, column 3: citizens[0].accountLevel is missing",
        "\"code\": \"00\", | | line 6, column 12: citizens[0].tax.status.code is missing",
        "\"vi\": | \"v i\": \"x\", \"vi\": | line 7, column 4: citizens[0].why.a member",
        "{\"citizens\": [ | {\"people\": 1, \"citizens\": [ | line 1, column 2: people"
      })
  void aFaultIsFoundInItsLine(String good, @Nullable String bad, String place) {
    assertThat(GOOD).contains(good);
    Path file = file(GOOD.replace(good, bad == null ? "" : bad));
    assertThatThrownBy(() -> load(file)).hasMessageStartingWith(file + ": " + place);
  }

  @Test
  void aFileMaySayWhichSchemaItHas() {
    Path file = file(GOOD.replace("{\"citizens\"", "{\"$schema\": \"x\", \"citizens\""));
    assertThat(load(file).all()).hasSize(1);
  }

  @Test
  void aFileThatIsTooLargeIsNotReadToItsEnd() throws IOException {
    Path file = directory.resolve("large.json");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(100L * 1024 * 1024);
    }
    assertThatThrownBy(() -> load(file))
        .isInstanceOf(CitizensFileException.class)
        .hasMessage(file + " is larger than 16 MB; --generate makes many people without a file.");
  }

  @Test
  void aFolderAndAnotherEncodingAreRefusedInOneSentence() throws IOException {
    assertThatThrownBy(() -> load(directory))
        .isInstanceOf(CitizensFileException.class)
        .hasMessageContaining("cannot be read");
    Path file = directory.resolve("utf16.json");
    for (byte[] bytes :
        List.of(new byte[] {0, 0, (byte) 0xff, (byte) 0xfe, 1}, new byte[] {'{', (byte) 0xff})) {
      Files.write(file, bytes);
      assertThatThrownBy(() -> load(file))
          .isInstanceOf(CitizensFileException.class)
          .hasMessageContaining("line 1")
          .hasMessageContaining("not JSON");
    }
  }

  @Test
  void aFileThatIsNestedWithoutEndIsRefused() {
    Path file = file("{\"citizens\": " + "[".repeat(100_000));
    assertThatThrownBy(() -> load(file))
        .isInstanceOf(CitizensFileException.class)
        .hasMessageContaining("not JSON");
  }

  @Test
  void nobodyAtAllIsRefused() {
    Path file = file("{\"citizens\": []}");
    assertThatThrownBy(() -> load(file)).hasMessageContaining("citizens is empty");
  }

  @Test
  void anEmptyFileIsRefused() {
    Path file = file("");
    assertThatThrownBy(() -> load(file))
        .isInstanceOf(CitizensFileException.class)
        .hasMessageContaining("not a JSON object");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> load(directory.resolve("nowhere.json")))
        .isInstanceOf(CitizensFileException.class)
        .hasMessageContaining("nowhere.json cannot be read");
  }

  @Test
  void decisionsAreUsedUpInTheirOrder() {
    Citizen citizen = Citizens.builtIn().all().get(0);
    citizen.decideNext(Decision.DECLINE);
    citizen.decideNext(Decision.IGNORE);
    assertThat(citizen.nextDecision()).isEqualTo(Decision.DECLINE);
    assertThat(citizen.nextDecision()).isEqualTo(Decision.IGNORE);
    assertThat(citizen.nextDecision()).isEqualTo(Decision.APPROVE);
  }

  @Test
  void aCitizenInALogIsMasked() {
    assertThat(Citizens.builtIn().all().get(0)).hasToString("Citizen[099*********]");
  }
}
