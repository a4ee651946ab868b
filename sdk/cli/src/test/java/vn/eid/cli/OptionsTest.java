package vn.eid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @TempDir private Path folder;

  @Test
  void withoutACommandItSaysWhatThereIs() {
    Called called = Called.with();
    assertThat(called.exitCode()).isZero();
    assertThat(called.out())
        .contains("link", "Link the people of a file")
        .doesNotContain("Exit codes:");
  }

  @Test
  void theHelpNamesTheExitCodesAndTheVariables() {
    Called called = Called.with("link", "--help");
    assertThat(called.exitCode()).isZero();
    assertThat(called.out())
        .contains("EID_ISSUER", "EID_CLIENT_ID", "EID_KEY_FILE", "EID_ENVIRONMENT=sandbox")
        .contains("3    stopped by an outage or Ctrl-C; call it again with --resume")
        .contains("under_review", "case_number", "10 by default", "Số định danh cá nhân")
        .contains("Corrected rows", "Excel");
  }

  @Test
  void theHelpSpeaksVietnamese() {
    assertThat(Called.with("link", "--help", "--lang", "vi").out())
        .contains("Cách dùng: eid link", "Tiếp tục từ chỗ lần chạy trước đã dừng.");
    assertThat(Called.in(Map.of("LANG", "vi_VN.UTF-8"), "--help").out()).contains("Lệnh:");
    assertThat(Called.in(Map.of("LANG", "vi_VN.UTF-8"), "--help", "--lang=en").out())
        .contains("Commands:");
  }

  @Test
  void everySentenceIsThereInBothLanguages() {
    ResourceBundle english = ResourceBundle.getBundle("vn.eid.cli.words", Locale.ROOT);
    ResourceBundle vietnamese =
        ResourceBundle.getBundle("vn.eid.cli.words", Locale.forLanguageTag("vi"));
    TreeSet<String> missing = new TreeSet<>(english.keySet());
    for (String name : english.keySet()) {
      if (!english.getString(name).equals(vietnamese.getString(name))) {
        missing.remove(name);
      }
    }
    assertThat(missing).containsExactly("summary.line");
    for (Mistake mistake : Mistake.values()) {
      assertThat(english.containsKey(mistake.sentenceName())).as(mistake.name()).isTrue();
    }
  }

  @Test
  void theVersionIsTheOneThatWasBuilt() {
    assertThat(Called.with("--version").out()).containsPattern("eid \\d+\\.\\d+");
  }

  @Test
  void aTypingErrorInAnOptionIsASentenceWithTheRightOne() {
    Called called = Called.with("link", "--in", "a.csv", "--out", "b.csv", "--resum");
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err())
        .contains("There is no option --resum. Did you mean --resume?", "`eid link --help`");
    assertThat(Called.with("link", "--resum", "--lang", "vi").err())
        .contains("Không có tùy chọn --resum. Có phải bạn muốn dùng --resume?");
  }

  @Test
  void whatIsMissingIsNamed() {
    Called called = Called.with("link", "--in", "a.csv");
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err()).contains("Missing: --out, --issuer, --client-id, --key.");
  }

  @Test
  void aWrongCommandIsNotRepeated() {
    Called called = Called.with("099085000011");
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err()).contains("no such command. There is: link.").doesNotContain("099");
  }

  @Test
  void anOptionThatIsThereTwiceIsNamed() {
    assertThat(link("--issuer", "https://a.example", "--issuer", "https://b.example").err())
        .contains("--issuer is there twice");
  }

  @Test
  void anOptionBeforeItsCommandIsSaidToBeOne() {
    assertThat(Called.with("--in", "a.csv").err())
        .contains("--in is an option of a command, and the command is missing: eid link");
  }

  @Test
  void aNumberThatCannotBeIsToldWithWhatItMayBe() throws Exception {
    Path in = Files.writeString(folder.resolve("staff.csv"), "citizen_id,full_name,birth_date\n");
    for (String wrong : List.of("0", "many")) {
      assertThat(link(in, "--sandbox", "--chunk", wrong).err())
          .contains("The value of --chunk", "a number from 1 to 5000");
      assertThat(link(in, "--sandbox", "--at-once", wrong, "--lang", "vi").err())
          .contains("Giá trị của --at-once không hợp lệ", "từ 1 đến 16");
    }
  }

  @Test
  void anIssuerOfProductionIsHttps() throws Exception {
    Path in = Files.writeString(folder.resolve("staff.csv"), "citizen_id,full_name,birth_date\n");
    Files.writeString(folder.resolve("k.json"), "{}");
    Called called = link(in, "--production", "--lang", "vi");
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err()).contains("--issuer của hệ thống thật phải bắt đầu bằng https");
  }

  @Test
  void anUnknownEncodingOrFormatIsASentence() {
    assertThat(link("--encoding", "windows-1285").err())
        .contains("The value of --encoding is not one that it can have.", "windows-1258");
    assertThat(link("--format", "xlsx").err()).contains("The value of --format");
    assertThat(link("--lang", "fr").err()).contains("The value of --lang");
  }

  @Test
  void itMustBeSaidWhetherThePeopleAreReal() throws Exception {
    Path in = Files.writeString(folder.resolve("staff.csv"), "citizen_id,full_name,birth_date\n");
    for (String[] said : List.of(new String[0], new String[] {"--sandbox", "--production"})) {
      Called called = link(in, said);
      assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
      assertThat(called.err()).contains("--sandbox (synthetic) or --production (real)");
    }
  }

  @Test
  void aKeyOnTheCommandLineIsRefusedAndNotRepeated() throws Exception {
    Path in = Files.writeString(folder.resolve("staff.csv"), "citizen_id,full_name,birth_date\n");
    Called called = link(in, "--sandbox", "--key", "{\"kty\":\"EC\",\"d\":\"c2VjcmV0\"}");
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err())
        .contains("--key takes the name of a file", "replace it")
        .doesNotContain("c2VjcmV0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n", "c2VjcmV0", "c2Vj\ncmV0"})
  void aKeyThatIsTakenForTheNameOfAFileIsNotRepeated(String key) throws Exception {
    Path in = Files.writeString(folder.resolve("staff.csv"), "citizen_id,full_name,birth_date\n");
    Called called = link(in, "--sandbox", "--key", key);
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err()).contains("--key").doesNotContain("c2V", "cmV0");
  }

  @Test
  void aKeyThatIsTooLongForTheNameOfAFileIsNotRepeated() throws Exception {
    Path in = Files.writeString(folder.resolve("staff.csv"), "citizen_id,full_name,birth_date\n");
    Called called = link(in, "--sandbox", "--key", "c2VjcmV0".repeat(40));
    assertThat(called.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(called.err()).contains("no file of the name").doesNotContain("c2VjcmV0");
  }

  @Test
  void tooLittleMemoryIsNoExitCodeOfAJobThatIsDone() throws Exception {
    Path in = Files.writeString(folder.resolve("staff.csv"), "citizen_id,full_name,birth_date\n");
    Map<String, String> environment =
        new HashMap<>(Map.of("EID_ISSUER", "http://127.0.0.1:1", "EID_CLIENT_ID", "c")) {
          private static final long serialVersionUID = 1L;

          @Override
          public @Nullable String get(Object name) {
            if (name.equals(Access.ENVIRONMENT)) {
              throw new OutOfMemoryError();
            }
            return super.get(name);
          }
        };
    Called called =
        Called.in(environment, "link", "--in", in.toString(), "--out", "o.csv", "--key", "k");
    assertThat(called.exitCode()).isEqualTo(ExitCode.FAULT);
    assertThat(called.err()).contains("A fault of this program");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(link("--sandbox").err()).contains("There is no file", "staff.csv");
  }

  private Called link(String... more) {
    return link(folder.resolve("staff.csv"), more);
  }

  private Called link(Path in, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("link", "--in", in.toString(), "--out", folder.resolve("o.csv").toString()));
    args.addAll(List.of(more));
    Map<String, String> environment =
        Map.of("EID_ISSUER", "http://127.0.0.1:1", "EID_CLIENT_ID", "c", "EID_KEY_FILE", "k.json");
    return Called.in(environment, args.toArray(String[]::new));
  }
}
