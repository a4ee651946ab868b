package vn.eid.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * The validator's sentences without what it fills in from a record: its own patterns, with an
 * ellipsis in each gap.
 */
final class RuleTexts {
  private static final String UNKNOWN_RULE = "The validator's sentence may repeat the record.";
  private static final String INVARIANT = "http://hl7.org/fhir/StructureDefinition/";

  /** What these fill in are names of elements and numbers from the definitions of FHIR. */
  private static final Set<String> OF_DEFINITIONS =
      Set.of("Validation_VAL_Profile_Minimum", "Validation_VAL_Profile_Maximum");

  private final Properties patterns;

  private RuleTexts(Properties patterns) {
    this.patterns = patterns;
  }

  /** Those of HAPI's jars; a file of that name that an application has is read along with them. */
  static RuleTexts ofTheValidator() {
    Properties patterns = new Properties();
    try {
      ClassLoader loader = RuleTexts.class.getClassLoader();
      for (URL file : Collections.list(loader.getResources("Messages.properties"))) {
        try (InputStream in = file.openStream()) {
          patterns.load(in);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RuleTexts(patterns);
  }

  String of(String rule, String sentence) {
    if (OF_DEFINITIONS.contains(rule) || rule.startsWith(INVARIANT)) {
      return sentence;
    }
    return List.of(rule, rule + "_one", rule + "_other").stream()
        .map(patterns::getProperty)
        .filter(pattern -> pattern != null)
        .findFirst()
        .map(pattern -> pattern.replace("''", "'").replaceAll("\\{[^}]*}", "…"))
        .orElse(UNKNOWN_RULE);
  }
}
