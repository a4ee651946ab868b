package vn.eid.examples.hospital;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** The portal's own words for what stands in records, in the reader's language. */
final class Phrases {
  private final MessageSource messages;

  Phrases(MessageSource messages) {
    this.messages = messages;
  }

  String say(String key, Object... values) {
    return messages.getMessage(key, values, LocaleContextHolder.getLocale());
  }

  /** A code of FHIR in words; one that has none here stands as itself, for it may matter. */
  String code(String code) {
    String words = messages.getMessage("mark." + code, null, code, LocaleContextHolder.getLocale());
    return words == null ? code : words;
  }

  /** A status in words, unless it is missing or a usual one. */
  List<String> unusual(@Nullable String status, String... usual) {
    return status == null || status.isEmpty() || Arrays.asList(usual).contains(status)
        ? List.of()
        : List.of(code(status));
  }
}
