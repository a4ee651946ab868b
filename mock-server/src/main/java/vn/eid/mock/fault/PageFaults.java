package vn.eid.mock.fault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.eid.mock.Fault;

/** Spoils the JSON of a page of records, or of a summary, as the faults say. */
public final class PageFaults {
  private static final int FIFTY_MEGABYTES = 50 * 1024 * 1024;
  private static final Pattern TOTAL = Pattern.compile("\"total\":([0-9]+)");
  private static final String PATIENT = "\"reference\":\"Patient/";
  private static final String ENTRIES = "\"entry\":[";
  private static final String OUTCOME =
      "{\"fullUrl\":\"urn:uuid:00000000-0000-4000-8000-000000000001\",\"resource\":"
          + "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"information\","
          + "\"code\":\"suppressed\",\"details\":{\"coding\":[{\"system\":"
          + "\"urn:eid:withheld-reason\",\"code\":\"of_a_new_law\"}]}}]},"
          + "\"search\":{\"mode\":\"outcome\"}}";
  private static final String OTHER = "00000000-0000-4000-8000-000000000000";

  private final Faults faults;

  public PageFaults(Faults faults) {
    this.faults = faults;
  }

  /** The page as it is, or as the faults that are switched on make it. */
  public byte[] apply(byte[] page) {
    byte[] changed = withheld(otherTotal(otherPatient(page)));
    changed = invalid(huge(changed));
    return faults.fires(Fault.PAGE_TRUNCATED)
        ? Arrays.copyOf(changed, changed.length / 2)
        : changed;
  }

  private byte[] otherPatient(byte[] page) {
    String text = new String(page, StandardCharsets.UTF_8);
    int at = text.lastIndexOf(PATIENT);
    if (at < 0 || !faults.fires(Fault.PAGE_OTHER_PATIENT)) {
      return page;
    }
    int id = at + PATIENT.length();
    return utf8(text.substring(0, id) + OTHER + text.substring(id + OTHER.length()));
  }

  private byte[] otherTotal(byte[] page) {
    String text = new String(page, StandardCharsets.UTF_8);
    Matcher total = TOTAL.matcher(text);
    if (!total.find() || !faults.fires(Fault.PAGE_FEWER_THAN_TOTAL)) {
      return page;
    }
    int more = Integer.parseInt(total.group(1)) + 7;
    return utf8(text.substring(0, total.start(1)) + more + text.substring(total.end(1)));
  }

  private byte[] withheld(byte[] page) {
    String text = new String(page, StandardCharsets.UTF_8);
    int at = text.indexOf(ENTRIES);
    if (at < 0 || !faults.fires(Fault.PAGE_WITHHELD_UNKNOWN)) {
      return page;
    }
    int first = at + ENTRIES.length();
    return utf8(text.substring(0, first) + OUTCOME + "," + text.substring(first));
  }

  // In the narrative of the first resource, where any length is good FHIR. One array, because there
  // is room for few of that size.
  private byte[] huge(byte[] page) {
    int at = new String(page, StandardCharsets.ISO_8859_1).indexOf("<p>") + 3;
    if (at < 3 || !faults.fires(Fault.PAGE_HUGE_RESOURCE)) {
      return page;
    }
    byte[] huge = new byte[page.length + FIFTY_MEGABYTES];
    System.arraycopy(page, 0, huge, 0, at);
    Arrays.fill(huge, at, at + FIFTY_MEGABYTES, (byte) 'x');
    System.arraycopy(page, at, huge, at + FIFTY_MEGABYTES, page.length - at);
    return huge;
  }

  // The first letter that is not ASCII loses its first byte.
  private byte[] invalid(byte[] page) {
    for (int i = 0; i < page.length; i++) {
      if (page[i] < 0) {
        if (faults.fires(Fault.PAGE_INVALID_UTF8)) {
          page[i] = (byte) 0xff;
        }
        return page;
      }
    }
    return page;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
