package vn.eid.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.CitizenId;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.PartialDate;
import vn.eid.StorageKey;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.Purpose;
import vn.eid.examples.readme.ClinicApi;
import vn.eid.examples.readme.ClinicArchive;
import vn.eid.examples.readme.ClinicDoctor;
import vn.eid.examples.readme.ClinicPush;
import vn.eid.examples.readme.ClinicRecords;
import vn.eid.examples.readme.PayrollOffice;
import vn.eid.examples.readme.TaxDesk;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockCitizen;
import vn.eid.records.HealthData;
import vn.eid.records.SealedRecords;
import vn.eid.records.Withheld;
import vn.eid.tax.BulkLink;
import vn.eid.tax.BulkSummary;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResults;
import vn.eid.tax.LinkRows;
import vn.eid.tax.RowOutcome;

/** What the README shows is what compiles and runs. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Purpose PURPOSE =
      Purpose.of("TREATMENT", "Khám và điều trị", "Medical treatment");
  private static final URI CALLBACK = URI.create("https://app.example/callback");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "examples/stories/src/main/java/vn/eid/examples/readme/ClinicLogin.java",
        "examples/consumers/classpath/src/main/java/consumer/Login.java",
        "examples/consumers/modulepath/src/main/java/consumer/Login.java"
      })
  void theLoginInTheReadmeIsTheOneThatRuns(String file) throws IOException {
    String code =
        region(Files.readString(ROOT.resolve(file)), "// readme:begin\n", "// readme:end");
    assertThat(firstJavaBlock().stripIndent().strip()).isEqualTo(code.stripIndent().strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ClinicLogin",
        "ClinicPush",
        "ClinicApi",
        "ClinicDoctor",
        "ClinicRecords",
        "ClinicArchive",
        "PayrollOffice",
        "TaxDesk"
      })
  void theCodeInTheReadmeIsTheCodeThatRuns(String example) throws IOException {
    Path file = ROOT.resolve("examples/stories/src/main/java/vn/eid/examples/readme");
    String source = Files.readString(file.resolve(example + ".java"));
    String readme = Files.readString(ROOT.resolve("README.md"));
    String rest = source;
    while (rest.contains("// readme:begin\n")) {
      String code = region(rest, "// readme:begin\n", "// readme:end");
      assertThat(readme).contains(code.stripIndent().strip());
      rest = rest.substring(rest.indexOf("// readme:end") + 1);
    }
  }

  @Test
  void theLoginsInTheReadmeLogIn() throws Exception {
    try (EidMock mock = EidMock.start();
        EidClient eid = clientOf(mock)) {
      BrowserSession session = BrowserSession.of(UUID.randomUUID().toString());
      List<String> screen = new ArrayList<>();
      assertThat(ClinicPush.logIn(eid, CitizenId.parse("099085000011"), session, screen::add))
          .isInstanceOf(LoginOutcome.Approved.class);
      assertThat(screen).singleElement().asString().matches("\\d{4}");
    }
  }

  @Test
  void theCallOfTheReadmeIsAnsweredWithASurerLogin() throws Exception {
    try (EidMock mock = EidMock.start();
        EidClient eid = clientOf(mock)) {
      LoginRequest request = LoginRequest.returningTo(CALLBACK).withScopes("sandbox");
      URI base = URI.create(mock.issuer() + "/sandbox/v1");
      URI vault = URI.create(base + "/vault");
      LoginRequest demanded =
          ClinicApi.call(request, approved(eid, request), base, vault).orElseThrow();
      assertThat(ClinicApi.call(demanded, approved(eid, demanded), base, vault)).isEmpty();
      LoginRequest surer = ClinicApi.surer(request);
      assertThat(ClinicApi.call(surer, approved(eid, surer), base, vault)).isEmpty();
    }
  }

  @Test
  void theDiagnosisOfTheReadmeSaysNothingOrWhatIsWrong() throws Exception {
    try (EidMock mock = EidMock.start();
        EidClient eid = clientOf(mock)) {
      assertThat(examined(eid, CALLBACK)).isEmpty();
      assertThat(examined(eid, URI.create("https://typo.example/callback")))
          .contains("PROBLEM")
          .contains("https://typo.example/callback");
    }
  }

  private static String examined(EidClient eid, URI callback) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ClinicDoctor.examine(eid, callback, new PrintStream(said, true, StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8);
  }

  private static LoginOutcome.Approved approved(EidClient eid, LoginRequest request)
      throws Exception {
    BrowserSession session = BrowserSession.of(UUID.randomUUID().toString());
    URI page = eid.redirectLogin().start(request, session).authorizationUri();
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
    URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
    return (LoginOutcome.Approved) eid.redirectLogin().finish(back, session);
  }

  private static EidClient clientOf(EidMock mock) {
    return builderAt(mock).build();
  }

  private static EidClient.Builder builderAt(EidMock mock) {
    return EidClient.builder(
        Environment.sandbox(mock.issuer()),
        mock.clientId(),
        ClientKey.fromJwk(mock.clientKeyJwk()));
  }

  @Test
  void theCopyInTheReadmeIsKeptAndSaysWhatIsWithheld(@TempDir Path folder) throws Exception {
    try (EidMock mock = EidMock.start();
        EidClient eid = builderAt(mock).storageKey(StorageKey.of(new byte[32])).build();
        SealedRecords copies = eid.sealedRecords(folder)) {
      Consent.Requested asked =
          eid.consents()
              .request(
                  ConsentRequest.ask(
                      CitizenId.parse("099183000167"), PURPOSE, HealthData.LABORATORY_RESULTS));
      Consent.Active consent = eid.consents().requireActive(asked.id());
      assertThat(ClinicArchive.keep(eid, copies, consent, PURPOSE))
          .extracting(Withheld::reason)
          .containsExactly(Withheld.Reason.SENSITIVE, Withheld.Reason.SOURCE_UNREACHABLE);
      assertThat(copies.read(consent, HealthData.LABORATORY_RESULTS)).hasSize(24);
    }
  }

  @Test
  void thePayrollInTheReadmeIsLinked(@TempDir Path folder) throws Exception {
    Path staff = folder.resolve("staff.csv");
    Path result = folder.resolve("result.csv");
    Files.writeString(
        staff,
        """
        Mã NV,Số định danh cá nhân,Họ và tên,Ngày sinh
        7,099079000066,Võ Giang,30/01/1979
        8,99085000011,Nguyễn Văn An,12/03/1985
        """);
    try (EidMock mock = EidMock.start();
        EidClient eid = clientOf(mock)) {
      BulkSummary summary = PayrollOffice.link(eid, staff, result, System.out);
      assertThat(summary.count(RowOutcome.LINKED)).isEqualTo(1);
      assertThat(summary.count(RowOutcome.INVALID_ROW)).isEqualTo(1);
      assertThat(Files.readString(result)).contains("2,7,linked", "3,8,invalid_row");
    }
  }

  @Test
  void thePersonInTheReadmeIsAnAdultOfTheCity() {
    try (EidMock mock = EidMock.start();
        EidClient eid = clientOf(mock)) {
      assertThat(isAdult(eid, "099079000066", "Võ Giang", "1979-01-30")).isFalse();
      assertThat(isAdult(eid, "099192000022", "Trần Thị Bình", "1992-07-24")).isTrue();
    }
  }

  @Test
  void theTaxDeskInTheReadmeSaysWhatToDo(@TempDir Path folder) throws Exception {
    try (EidMock mock = EidMock.start();
        EidClient eid = clientOf(mock)) {
      assertThat(taxLink(eid, "099085000011", "Nguyễn Văn An", "1985-03-12")).isEqualTo("Linked");
      assertThat(taxLink(eid, "099195000077", "Hoàng Thu Hà", "1995-09-15")).contains("FULL_NAME");
      assertThat(taxLink(eid, "099091000156", "Hồ Sơn", "1991-03-03")).contains("officer");
      assertThat(taxLink(eid, "099203000088", "Bùi Khánh", "2003-12-01")).isEqualTo("Not known");
      CitizenId an = CitizenId.parse("099085000011");
      assertThat(TaxDesk.status(eid, an)).isPresent();
      Path result = folder.resolve("rows.csv");
      LinkRows rows = TaxDesk.rows(an, "Nguyễn Văn An");
      assertThat(eid.taxLinks().link(BulkLink.of(rows, LinkResults.csv(result))).rows())
          .isEqualTo(1);
    }
  }

  private static String taxLink(EidClient eid, String number, String name, String born) {
    return TaxDesk.link(
        eid, LinkRequest.of(CitizenId.parse(number), name, PartialDate.parse(born)));
  }

  @Test
  void thePeopleInTheReadmeAreThoseOfTheMockServer() throws Exception {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String people =
        Files.readString(ROOT.resolve("mock-server/src/main/resources/vn/eid/mock/citizens.json"));
    Matcher person =
        Pattern.compile(
                "\"number\": \"(\\d{12})\".*?\"birthDate\": \"([-\\d]+)\".*?"
                    + "\"provinceCode\": \"(\\d\\d)\"",
                Pattern.DOTALL)
            .matcher(people);
    int found = 0;
    while (person.find()) {
      found++;
      assertThat(readme)
          .containsPattern(
              person.group(1) + " \\| [^|]+ \\| " + person.group(2) + " \\| " + person.group(3));
    }
    assertThat(found).isEqualTo(16);
  }

  private static boolean isAdult(EidClient eid, String number, String name, String born) {
    return PayrollOffice.isAdult(eid, CitizenId.parse(number), name, PartialDate.parse(born));
  }

  @Test
  void theRecordsInTheReadmeAreRead() throws Exception {
    try (EidMock mock = EidMock.start();
        EidClient eid = clientOf(mock)) {
      assertThat(read(eid, "099085000011", "Nguyễn Văn An", "1985-03-12")).hasSize(14);
      assertThat(read(eid, "099075000112", "Trịnh Nam", "1975-08-20")).isEmpty();
    }
  }

  private static List<HealthData> read(EidClient eid, String number, String name, String born)
      throws InterruptedException {
    return ClinicRecords.read(
        eid,
        CitizenId.parse(number),
        PURPOSE,
        name,
        PartialDate.parse(born),
        link -> assertThat(link).isNotNull());
  }

  @Test
  void theFirstCodeStandsBeforeLineTwentyFiveAndIsShort() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
    assertThat(lines.indexOf("```java")).isBetween(0, 24);
    assertThat(firstJavaBlock().lines()).hasSizeLessThanOrEqualTo(15);
  }

  @Test
  void theTableOfPeopleIsComplete() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    try (EidMock mock = EidMock.start()) {
      for (MockCitizen citizen : mock.citizens()) {
        assertThat(readme).contains("| " + citizen.number() + " |");
      }
    }
  }

  @Test
  void everyTestThatSecurityNamesExists() throws IOException {
    String security = Files.readString(ROOT.resolve("SECURITY.md"));
    Matcher named = Pattern.compile("`([A-Z]\\w+(?:Test|Contract))\\.(\\w+)").matcher(security);
    int found = 0;
    while (named.find()) {
      assertThat(source(named.group(1))).contains("void " + named.group(2));
      found++;
    }
    assertThat(found).isGreaterThan(5);
  }

  /** Of all modules: some have a test of the same name. */
  private static String source(String testClass) throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String module : List.of("sdk", "mock-server")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
        for (Path file : files.filter(path -> isTest(path, testClass)).toList()) {
          sources.append(Files.readString(file));
        }
      }
    }
    assertThat(sources).as(testClass).isNotEmpty();
    return sources.toString();
  }

  private static boolean isTest(Path file, String testClass) {
    String path = file.toString();
    return file.endsWith(testClass + ".java")
        && (path.contains("src/test/java") || path.contains("src/contract/java"));
  }

  private static String firstJavaBlock() throws IOException {
    return region(Files.readString(ROOT.resolve("README.md")), "```java\n", "```");
  }

  private static String region(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    int to = text.lastIndexOf('\n', text.indexOf(end, from));
    return text.substring(from, to);
  }
}
