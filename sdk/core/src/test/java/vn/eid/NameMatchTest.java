package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTest {
  private static final List<String> WORDS =
      List.of(
          "Nguyễn",
          "NGUYỄN",
          "Đoàn",
          "Doãn",
          "\u00d0oàn",
          "Hòa",
          "Hoà",
          "Thúy",
          "Thuý",
          "Quý",
          "Quí",
          "H'Hen",
          "H’Hen",
          "Y",
          "Êñuôl",
          "Trần-Lê",
          "An",
          "Ân",
          "\u0130lk",
          "Nguye\u0302\u0303n");

  @ParameterizedTest
  @CsvSource({
    "Nguyễn Văn An, 'Nguyễn  Văn\u00a0An', EXACT",
    "Nguyễn Văn An, NGUYỄN VĂN AN, EXACT_AFTER_FOLD",
    "Đoàn Thị Hòa, ĐOÀN THỊ HOÀ, EXACT_AFTER_FOLD",
    "Lê Thúy, Lê Thuý, EXACT_AFTER_FOLD",
    "Đoàn Anh, \u00d0oàn Anh, EXACT_AFTER_FOLD",
    "đoàn Anh, \u0189oàn Anh, EXACT_AFTER_FOLD",
    "H'Hen Niê, H’Hen Niê, EXACT_AFTER_FOLD",
    "H’Hen Niê, HʼHEN NIÊ, EXACT_AFTER_FOLD",
    "Nguyễn-Trần Anh, Nguyễn\u2011Trần Anh, EXACT_AFTER_FOLD",
    "Đoàn Anh, Doãn Anh, ACCENTLESS",
    "Nguyễn Văn Mẫu, NGUYEN VAN MAU, ACCENTLESS",
    "Đặng Đình Đức, DANG DINH DUC, ACCENTLESS",
    "Y Moan Êñuôl, Y MOAN ENUOL, ACCENTLESS",
    "H'Hen Niê, HHEN NIE, ACCENTLESS",
    "Nguyễn-Trần Anh, NGUYEN TRAN ANH, ACCENTLESS",
    "Hoàng Anh, Hòang Anh, ACCENTLESS",
    "Trần Lê Minh, Trần Minh, TOKEN_SUBSET",
    "Nguyễn Văn An, AN NGUYEN VAN, TOKEN_SUBSET",
    "Nguyễn An, Nguyễn, TOKEN_SUBSET",
    "Trần Trần, Trần Lê, DIFFERENT",
    "Lý Anh, Lí Anh, DIFFERENT",
    "Quý, Quí, DIFFERENT",
    "Nguyễn Văn An, Nguyễn Văn Ba, DIFFERENT",
    "Lan Anh, Lananh, DIFFERENT",
    "Khánh, Khanhs, DIFFERENT"
  })
  void saysHowAlikeTwoNamesAreWhicheverComesFirst(String one, String other, NameMatch match) {
    assertThat(VietnameseName.of(one).compare(VietnameseName.of(other))).isEqualTo(match);
    assertThat(VietnameseName.of(other).compare(VietnameseName.of(one))).isEqualTo(match);
  }

  @Test
  void mayBeAcceptedDownToTheSecondOnly() {
    assertThat(NameMatch.values())
        .filteredOn(NameMatch::mayBeAccepted)
        .containsExactly(NameMatch.EXACT, NameMatch.EXACT_AFTER_FOLD);
  }

  @Test
  void foldsIUnderATurkishDefaultToo() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(VietnameseName.of("TRINH").compare(VietnameseName.of("Trinh")))
          .isEqualTo(NameMatch.EXACT_AFTER_FOLD);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void isSymmetricAndFoldsOnceForAll() {
    Random random = new Random(10);
    for (int i = 0; i < 5_000; i++) {
      String one = words(random);
      String other = words(random);
      VietnameseName name = VietnameseName.of(one);
      NameMatch match = name.compare(VietnameseName.of(other));
      assertThat(VietnameseName.of(other).compare(name)).isEqualTo(match);
      String folded = NameFold.fold(name.value());
      assertThat(NameFold.fold(folded)).isEqualTo(folded);
      String plain = NameFold.accentless(folded);
      assertThat(NameFold.accentless(plain)).isEqualTo(plain);
      assertThat(name.compare(VietnameseName.of(one.toUpperCase(Locale.ROOT))).mayBeAccepted())
          .isTrue();
      assertThat(VietnameseName.of(Normalizer.normalize(one, Normalizer.Form.NFD))).isEqualTo(name);
    }
  }

  private static String words(Random random) {
    return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
        .limit(1 + random.nextInt(3))
        .collect(Collectors.joining(" "));
  }
}
