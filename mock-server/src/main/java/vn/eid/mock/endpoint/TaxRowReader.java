package vn.eid.mock.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.mock.state.BirthDate;
import vn.eid.mock.state.Digits;
import vn.eid.mock.state.Mix;
import vn.eid.mock.state.OldTaxCode;
import vn.eid.mock.state.RowOutcome;
import vn.eid.mock.state.TaxRow;

/**
 * Reads one line of a batch, token by token: a hundred thousand lines a second leave no time for a
 * tree of objects. The rules for a person's data are those of {@link TaxLinks}.
 */
final class TaxRowReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build())
          .build();
  private static final int LONGEST_TEXT = 500;

  private final int line;
  private @Nullable String rowKey;
  private String citizenId = "";
  private String fullName = "";
  private String birthDate = "";
  private List<String> oldCodes = List.of();
  private boolean codesAreTexts = true;
  private int seen;

  TaxRowReader(int line) {
    this.line = line;
  }

  TaxRow read(byte[] body, int offset, int length) {
    try (JsonParser json = JSON.createParser(body, offset, length)) {
      require(json.nextToken() == JsonToken.START_OBJECT, "is not a JSON object");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        member(json);
      }
      require(json.nextToken() == null, "is more than one JSON object");
    } catch (IOException e) {
      // Jackson's text would quote the line.
      throw refusal("is not a JSON object");
    }
    String key = rowKey;
    if (key == null || !isKey(key)) {
      throw refusal("has no row_key of 1 to 64 letters, digits, _ or -").member("field", "row_key");
    }
    return row(key);
  }

  private void member(JsonParser json) throws IOException {
    String name = json.currentName();
    json.nextToken();
    switch (name) {
      case "row_key" -> rowKey = once(1, text(json));
      case "citizen_id" -> citizenId = once(2, text(json));
      case "full_name" -> fullName = once(4, text(json));
      case "birth_date" -> birthDate = once(8, text(json));
      case "old_tax_codes" -> oldCodes = once(16, texts(json));
      default ->
          throw refusal("has a member that is not known here").member("field", printable(name));
    }
  }

  private <T> T once(int bit, T value) {
    require((seen & bit) == 0, "has a member twice");
    seen |= bit;
    return value;
  }

  // Anything but a text is like a text that is not there: the row is not good, the batch is.
  private static String text(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    return "";
  }

  private List<String> texts(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      codesAreTexts = json.currentToken() == JsonToken.VALUE_NULL;
      json.skipChildren();
      return List.of();
    }
    List<String> texts = new ArrayList<>(2);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      codesAreTexts &= json.currentToken() == JsonToken.VALUE_STRING;
      texts.add(text(json));
    }
    return texts;
  }

  private TaxRow row(String key) {
    Optional<BirthDate> date = BirthDate.parse(birthDate);
    return new TaxRow(key, citizenId, fullName, date, oldCodes, fault(date), content());
  }

  private Optional<RowOutcome> fault(Optional<BirthDate> date) {
    if (!Digits.only(citizenId, 12)) {
      return Optional.of(RowOutcome.BAD_NUMBER);
    }
    if (!citizenId.startsWith("099")) {
      return Optional.of(RowOutcome.NOT_SYNTHETIC);
    }
    if (fullName.isBlank() || fullName.length() > LONGEST_TEXT) {
      return Optional.of(RowOutcome.BAD_NAME);
    }
    if (date.isEmpty()) {
      return Optional.of(RowOutcome.BAD_DATE);
    }
    return codesAreGood() ? Optional.empty() : Optional.of(RowOutcome.BAD_CODES);
  }

  private boolean codesAreGood() {
    return codesAreTexts
        && oldCodes.size() <= TaxLinks.MOST_OLD_CODES
        && oldCodes.stream().allMatch(OldTaxCode::valid);
  }

  private long content() {
    long content = Mix.of(Mix.of(Mix.of(seen, citizenId), fullName), birthDate);
    for (String code : oldCodes) {
      content = Mix.of(content, code);
    }
    return content;
  }

  private static boolean isKey(String text) {
    return !text.isEmpty()
        && text.length() <= 64
        && text.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "_-".indexOf(c) >= 0));
  }

  private static String printable(String name) {
    return name.matches("[A-Za-z_]{1,40}") ? name : "a member";
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw refusal(otherwise);
    }
  }

  private Refusal refusal(String reason) {
    return Refusal.badRequest("invalid_request", "Line " + line + " " + reason + ".");
  }
}
