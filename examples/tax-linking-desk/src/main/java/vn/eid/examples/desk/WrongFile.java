package vn.eid.examples.desk;

import java.util.Arrays;
import vn.eid.InvalidRequestException;

/**
 * Why a file is no list of people. The SDK says it to programmers, in English; the page says it in
 * its language under a name of this enum. They are told apart by words of the SDK's sentence.
 */
enum WrongFile {
  WORKBOOK("a workbook"),
  EMPTY("file is empty"),
  COLUMN_TWICE("leave one"),
  COLUMNS("Missing columns"),
  IS_UTF8("is in UTF-8, not in"),
  ENCODING("ame the encoding"),
  OTHER("");

  private final String words;

  WrongFile(String words) {
    this.words = words;
  }

  static WrongFile of(InvalidRequestException refusal) {
    return Arrays.stream(values())
        .filter(kind -> String.valueOf(refusal.getMessage()).contains(kind.words))
        .findFirst()
        .orElse(OTHER);
  }
}
