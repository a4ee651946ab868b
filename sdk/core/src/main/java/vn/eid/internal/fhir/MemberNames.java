package vn.eid.internal.fhir;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The member names of an object so far, to find one that stands there twice: two readers of such an
 * object may see two different values. Kept for the next object, because there are millions.
 */
final class MemberNames {
  private static final int FEW = 16;

  private final String[] few = new String[FEW];
  private @Nullable Set<String> many;
  private int count;

  void clear() {
    count = 0;
    many = null;
  }

  /** Whether the name is new. */
  boolean add(String name) {
    if (many != null) {
      return many.add(name);
    }
    for (int i = 0; i < count; i++) {
      if (few[i].equals(name)) {
        return false;
      }
    }
    if (count < FEW) {
      few[count++] = name;
      return true;
    }
    many = new HashSet<>(Set.of(few));
    return many.add(name);
  }
}
