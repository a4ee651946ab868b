package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.text.Normalizer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseNameTest {
  @Test
  void composesWhatAFileSystemTookApart() {
    String taken = Normalizer.normalize("Nguyễn", Normalizer.Form.NFD);
    assertThat(taken).hasSize(8);
    assertThat(VietnameseName.of(taken).value()).hasSize(6).isEqualTo("Nguyễn");
    assertThat(VietnameseName.of("Nguye\u0302\u0303n").value()).isEqualTo("Nguyễn");
    assertThat(VietnameseName.of("Nguy\u00ea\u0303n").value()).isEqualTo("Nguyễn");
  }

  /** Two names that look the same are the same: Kelvin and Angstrom signs, and marks below. */
  @ParameterizedTest
  @CsvSource({"\u212a, K", "\u212bn, \u00c5n", "\u03b1\u0345, \u1fb3"})
  void composesLettersOfAnyAlphabet(String text, String composed) {
    assertThat(VietnameseName.of(text)).isEqualTo(VietnameseName.of(composed));
    assertThat(VietnameseName.of(text).value()).isEqualTo(composed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hoàng Phủ Ngọc Tường",
        "Tôn Nữ Thị Ninh",
        "Âu Dương Lan",
        "Trần Lê Minh",
        "Nguyễn An",
        "Y Moan Êñuôl",
        "H'Hen Niê",
        "H’Hen Niê",
        "HʼHen Niê",
        "K' Brêu",
        "Nguyễn-Trần Anh",
        "NGUYỄN THỊ HÒA",
        "nguyễn văn an",
        "Lê V. An"
      })
  void leavesEveryNameAsItIs(String name) {
    assertThat(VietnameseName.of(name).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nguyễn  Văn   An",
        "\u00a0Nguyễn\u00a0Văn\u00a0An ",
        "Nguyễn\tVăn\nAn",
        "Nguyễn\u2003Văn\u202fAn",
        "Nguyễn\u3000Văn An\r\n",
        "\ufeffNguyễn Văn\u200b An",
        "Nguy\u00adễn Văn A\u2060n"
      })
  void hasSingleSpacesAndNothingWithoutWidth(String text) {
    assertThat(VietnameseName.of(text).value()).isEqualTo("Nguyễn Văn An");
  }

  @ParameterizedTest
  @CsvSource({
    "'Nguyễn \u202eAn', Character 8 of the full name is U+202E",
    "'\u2066An', Character 1 of the full name is U+2066",
    "'A\u0000n', Character 2 of the full name is U+0000",
    "'An\u0085', Character 3 of the full name is U+0085",
    "'Nguy\ue001n', Character 5 of the full name is U+E001",
    "'Nguy\ufffdn', Character 5 of the full name was lost",
    "'', 1 to 200 characters",
    "'\u200b ', 1 to 200 characters",
    "'0123456789', has letters",
    "'ʼ', has letters",
    "'\u3164', Character 1 of the full name is U+3164",
    "'\uffa0', Character 1 of the full name is U+FFA0",
    "'Nguy\u115fn', Character 5 of the full name is U+115F",
    "'An\u034f', Character 3 of the full name is U+034F",
    "'An\ufe0f', Character 3 of the full name is U+FE0F",
    "'An\u17b4', Character 3 of the full name is U+17B4",
    "'An\u1160', Character 3 of the full name is U+1160",
    "'An\u2800', Character 3 of the full name is U+2800",
    "'An\u17b5', Character 3 of the full name is U+17B5",
    "'An\u180b', Character 3 of the full name is U+180B",
    "'An\u180f', Character 3 of the full name is U+180F",
    "'An\ufe00', Character 3 of the full name is U+FE00",
    "'An\ufff0', Character 3 of the full name is U+FFF0",
    "'An\ufff8', Character 3 of the full name is U+FFF8",
    "'A\udb40\udc00n', Character 2 of the full name is U+E0000",
    "'A\udb43\udfffn', Character 2 of the full name is U+E0FFF",
    "'A\udb40\udd00n', Character 2 of the full name is U+E0100"
  })
  void refusesWhatCannotBeSeenOrIsNoName(String text, String why) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> VietnameseName.of(text))
        .withMessageContaining(why)
        .satisfies(e -> assertThat(e.field()).isEqualTo("fullName"));
  }

  @Test
  void refusesHalfOfACharacterAndMoreThan200() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> VietnameseName.of("An\ud800"))
        .withMessageContaining("U+D800");
    assertThat(VietnameseName.of("A".repeat(200)).value()).hasSize(200);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> VietnameseName.of("A".repeat(201)));
  }

  /** Putting marks in order takes quadratic time: minutes for these. */
  @Test
  void refusesMarksWithoutEndAtOnce() {
    String marks = "\u0301".repeat(200_000) + "\u0323".repeat(200_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> VietnameseName.of("a" + marks))
                .withMessageContaining("1 to 200 characters"));
    String decomposed = Normalizer.normalize("ễ".repeat(200), Normalizer.Form.NFD);
    assertThat(VietnameseName.of(decomposed).value()).isEqualTo("ễ".repeat(200));
    String longest = Normalizer.normalize("ᾂ".repeat(200), Normalizer.Form.NFD);
    assertThat(longest).hasSize(800);
    assertThat(VietnameseName.of(longest).value()).isEqualTo("ᾂ".repeat(200));
  }

  @ParameterizedTest
  @CsvSource({
    "Đoàn, false",
    "đoàn, false",
    "\u00d0oàn, true",
    "\u0189oàn, true",
    "\u00f0oàn, true",
    "\u0256oàn, true"
  })
  void tellsALetterThatOnlyLooksLikeBarredDAndKeepsIt(String name, boolean lookAlike) {
    assertThat(VietnameseName.of(name).hasLookAlike()).isEqualTo(lookAlike);
    assertThat(VietnameseName.of(name).value()).isEqualTo(name);
  }

  @Test
  void isEqualByItsComposedText() {
    assertThat(VietnameseName.of("Nguye\u0302\u0303n"))
        .isEqualTo(VietnameseName.of("Nguyễn"))
        .hasSameHashCodeAs(VietnameseName.of("Nguyễn"))
        .isNotEqualTo(VietnameseName.of("NGUYỄN"));
  }

  @Test
  void showsNothingOfItself() {
    assertThat(VietnameseName.of("Nguyễn Văn An")).hasToString("VietnameseName[…]");
  }
}
