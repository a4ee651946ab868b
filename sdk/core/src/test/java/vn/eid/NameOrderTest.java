package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameOrderTest {
  private static final String ALPHABET =
      "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ f g h i ì ỉ ĩ í ị j k l m"
          + " n o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ p q r s t u ù ủ ũ ú ụ ư ừ ử ữ ứ ự v w x"
          + " y ỳ ỷ ỹ ý ỵ z";

  @ParameterizedTest
  @ValueSource(
      strings = {
        ALPHABET,
        "aá àá an àn án anh ăn ân ba bà bả bã bá bạ da đa",
        "Lê An,Lê Thị An,Nguyễn An,Nguyễn Bá An,Nguyễn Văn An,Trần An,Lê Án,Lê Anh,Lê Ân,Đỗ Đức",
        "H'Hen,Hen,Hoa,Hoà,Hoạ,Ŏng,Ông",
        "Lê Văn,Lê An Văn,Zen,Ян"
      })
  void isThatOfAVietnameseList(String list) {
    List<String> expected = List.of(list.split(list.contains(",") ? "," : " ", -1));
    List<String> shuffled = new ArrayList<>(expected);
    Collections.shuffle(shuffled, new Random(5));
    assertThat(sorted(shuffled)).isEqualTo(expected);
  }

  private static List<String> sorted(List<String> names) {
    return names.stream()
        .map(VietnameseName::of)
        .sorted(VietnameseName.byGivenName())
        .map(VietnameseName::value)
        .collect(Collectors.toList());
  }

  @Test
  void agreesWithTheCollatorOfAFullJdk() {
    Collator jdk = Collator.getInstance(Locale.forLanguageTag("vi"));
    WordOrder words = new WordOrder();
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      String one = word(random);
      String other = word(random);
      assertThat(Integer.signum(words.compare(one, other)))
          .as("%s, %s", one, other)
          .isEqualTo(Integer.signum(jdk.compare(one, other)));
    }
  }

  @Test
  void isTotalAndAgreesWithEquals() {
    VietnameseName older = VietnameseName.of("Lê Hòa");
    VietnameseName newer = VietnameseName.of("Lê Hoà");
    assertThat(VietnameseName.byGivenName().compare(older, newer)).isNotZero();
    assertThat(VietnameseName.byGivenName().compare(newer, older))
        .isEqualTo(-VietnameseName.byGivenName().compare(older, newer));
    assertThat(VietnameseName.byGivenName().compare(older, VietnameseName.of("Lê Hòa"))).isZero();
  }

  @Test
  void hasAPlaceForAWordThatBeginsWithAMark() {
    assertThat(sorted(List.of("Lê \u0301An", "Lê An"))).containsExactly("Lê An", "Lê \u0301An");
  }

  private static String word(Random random) {
    String[] letters = ALPHABET.split(" ", -1);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= random.nextInt(4); i++) {
      word.append(letters[random.nextInt(letters.length)]);
    }
    return word.toString();
  }
}
