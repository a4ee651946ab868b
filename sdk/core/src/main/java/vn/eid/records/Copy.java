package vn.eid.records;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.internal.json.Fields;

/**
 * One copy as the index has it.
 *
 * @param number its file's name, new for each copy
 * @param secret the file's own key, base64url
 * @param length of the file, in bytes
 */
record Copy(String number, String secret, long length, SealedCopy facts) {

  static Copy of(Fields entry) {
    return new Copy(
        entry.requiredText("number"),
        entry.requiredText("key"),
        entry.requiredInteger("length"),
        new SealedCopy(
            entry.requiredInteger("resources"),
            entry.requiredInteger("bytes"),
            entry.requiredInstant("kept_at")));
  }

  Map<String, Object> entry(String dataSet) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("data_set", dataSet);
    entry.put("number", number);
    entry.put("key", secret);
    entry.put("length", length);
    entry.put("resources", facts.resources());
    entry.put("bytes", facts.bytes());
    entry.put("kept_at", facts.keptAt().toString());
    return entry;
  }

  byte[] key() {
    return Base64.getUrlDecoder().decode(secret);
  }

  @Override
  public String toString() {
    return "Copy[" + number + ", " + facts + "]";
  }
}
