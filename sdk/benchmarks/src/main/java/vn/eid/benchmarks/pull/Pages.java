package vn.eid.benchmarks.pull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The pages of a search for laboratory results, all of one length: one text, in which the number of
 * the page is written anew each time. Made once, so that who reads them is measured and not who
 * writes them.
 */
final class Pages {
  static final int PER_PAGE = 100;

  private static final int DIGITS = 7;
  private static final String SLOT = "#".repeat(DIGITS);
  private static final int BYTES_PER_RESOURCE = 10 << 10;

  private final byte[] text;
  private final byte[] last;
  private final List<Integer> slots = new ArrayList<>();

  /**
   * @param search the address of the search
   */
  Pages(String search) {
    String entries = entries();
    String next = "\"link\":[{\"relation\":\"next\",\"url\":\"" + search + "?p=" + SLOT + "\"}]";
    text = bytes(entries + "]," + next + "}");
    last = bytes(entries + "]}");
    for (int i = 0; i + DIGITS < text.length; i++) {
      if (text[i] == '#' && text[i + DIGITS - 1] == '#') {
        slots.add(i);
      }
    }
  }

  int length() {
    return text.length;
  }

  /** One page; it is good until the next is asked for. */
  byte[] page(int number, boolean isLast) {
    byte[] page = isLast ? last : text;
    for (int slot : slots) {
      if (slot + DIGITS < page.length) {
        write(page, slot, number);
      }
    }
    if (!isLast) {
      write(page, slots.get(slots.size() - 1), number + 1);
    }
    return page;
  }

  private static void write(byte[] page, int slot, int number) {
    int rest = number;
    for (int i = slot + DIGITS - 1; i >= slot; i--) {
      page[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static String entries() {
    StringBuilder json =
        new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[");
    for (int i = 0; i < PER_PAGE; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"")
          .append(SLOT + "-" + i)
          .append("\",\"status\":\"final\",\"code\":{\"text\":\"Tổng phân tích tế bào máu\"},")
          .append("\"subject\":{\"reference\":\"Patient/1\"},\"component\":[")
          .append(components())
          .append("]}}");
    }
    return json.toString();
  }

  /** What clinical JSON is like: short members, nested, codes mostly and Vietnamese between. */
  private static String components() {
    String component =
        "{\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"718-7\",\"display\":"
            + "\"Hemoglobin [Mass/volume] in Blood\"}],\"text\":\"Huyết sắc tố\"},"
            + "\"valueQuantity\":{\"value\":13.50,\"unit\":\"g/dL\","
            + "\"system\":\"http://unitsofmeasure.org\",\"code\":\"g/dL\"}}";
    int count = BYTES_PER_RESOURCE / bytes(component).length;
    return String.join(",", Collections.nCopies(count, component));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
