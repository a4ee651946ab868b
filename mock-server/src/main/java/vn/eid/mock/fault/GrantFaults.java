package vn.eid.mock.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.eid.mock.Fault;
import vn.eid.mock.state.DataSet;

/** Makes a receipt say that the citizen granted something else than was asked for, or more. */
final class GrantFaults {
  private static final long YEAR = 365L * 24 * 3600;

  private record Change(
      Fault fault, Predicate<Map<String, Object>> possible, Consumer<Map<String, Object>> change) {}

  private static final List<Change> CHANGES =
      List.of(
          always(Fault.RECEIPT_WIDER_GRANT, claims -> add(claims, "data_sets", oneMore(claims))),
          always(Fault.RECEIPT_OTHER_PURPOSE, claims -> claims.put("purpose", marketing())),
          always(Fault.RECEIPT_LONGER_THAN_ASKED, claims -> claims.put("exp", later(claims))),
          new Change(
              Fault.RECEIPT_MORE_USES,
              claims -> claims.containsKey("uses"),
              claims -> claims.put("uses", number(claims, "uses") + 1)),
          new Change(
              Fault.RECEIPT_WIDER_PERIOD,
              claims -> claims.containsKey("period"),
              claims -> claims.remove("period")),
          new Change(
              Fault.RECEIPT_CROSS_BORDER,
              claims -> Boolean.FALSE.equals(claims.get("cross_border")),
              claims -> claims.put("cross_border", true)),
          always(
              Fault.RECEIPT_OTHER_RECIPIENTS, claims -> add(claims, "recipients", "data-broker")),
          always(Fault.RECEIPT_OTHER_NOTICE, GrantFaults::changeNotice),
          always(Fault.RECEIPT_MISQUOTES_REQUEST, GrantFaults::misquote));

  private final Faults faults;

  GrantFaults(Faults faults) {
    this.faults = faults;
  }

  /** Whether a fault that is switched on changed the claims. */
  boolean apply(Map<String, Object> claims) {
    boolean changed = false;
    for (Change one : CHANGES) {
      if (one.possible().test(claims) && faults.fires(one.fault())) {
        one.change().accept(claims);
        changed = true;
      }
    }
    return changed;
  }

  private static Change always(Fault fault, Consumer<Map<String, Object>> change) {
    return new Change(fault, claims -> true, change);
  }

  private static void misquote(Map<String, Object> claims) {
    String more = oneMore(claims);
    add(claims, "data_sets", more);
    add(object(claims, "asked"), "data_sets", more);
  }

  /** A data set that was not asked for. */
  private static String oneMore(Map<String, Object> claims) {
    List<?> asked = (List<?>) object(claims, "asked").getOrDefault("data_sets", List.of());
    return Arrays.stream(DataSet.values())
        .map(DataSet::code)
        .filter(code -> !asked.contains(code))
        .findFirst()
        .orElse("everything_else");
  }

  private static void add(Map<String, Object> terms, String name, String more) {
    List<Object> longer = new ArrayList<>();
    if (terms.get(name) instanceof List<?> list) {
      longer.addAll(list);
    }
    longer.add(more);
    terms.put(name, longer);
  }

  private static Map<String, Object> marketing() {
    return Map.of("code", "MARKETING", "text", Map.of("vi", "Quảng cáo", "en", "Marketing"));
  }

  private static long later(Map<String, Object> claims) {
    long asked = number(object(claims, "asked"), "valid_for");
    return number(claims, "granted_at") + asked + YEAR;
  }

  private static void changeNotice(Map<String, Object> claims) {
    Map<String, Object> notice = object(claims, "notice");
    Map<String, Object> hashes = object(notice, "sha256");
    hashes.put("vi", "0".repeat(64));
  }

  private static long number(Map<String, Object> claims, String name) {
    return ((Number) claims.getOrDefault(name, 0L)).longValue();
  }

  @SuppressWarnings("unchecked") // JSON objects have text names
  private static Map<String, Object> object(Map<String, Object> claims, String name) {
    return (Map<String, Object>) claims.getOrDefault(name, new LinkedHashMap<>());
  }
}
