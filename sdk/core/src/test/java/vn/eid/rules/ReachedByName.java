package vn.eid.rules;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The calls by which code reaches what a compiler that looks ahead cannot see. */
final class ReachedByName {
  /** Whatever is called of these. */
  private static final Pattern OWNERS =
      Pattern.compile(
          "java\\.lang\\.(reflect\\..*|ClassLoader|Module|ModuleLayer|Package)"
              + "|java\\.lang\\.invoke\\.(MethodHandles.*|MethodType|VarHandle)"
              + "|java\\.io\\.Object(Input|Output)Stream.*|java\\.net\\.URLClassLoader"
              + "|java\\.util\\.(ResourceBundle.*|ServiceLoader.*)"
              + "|java\\.util\\.concurrent\\.atomic\\..*FieldUpdater"
              + "|java\\.beans\\..*|javax\\.(naming|script|management)\\..*"
              + "|java\\.security\\.(Security|Provider.*)"
              + "|com\\.fasterxml\\.jackson\\.databind\\.Object(Mapper|Reader|Writer)"
              + "|com\\.fasterxml\\.jackson\\.core\\.type\\..*");

  /** What may be asked of a class that is there anyway. */
  private static final Set<String> OF_CLASSES =
      Set.of("getName", "getSimpleName", "cast", "isInstance", "desiredAssertionStatus");

  private static final Pattern OTHERS =
      Pattern.compile(
          "java\\.security\\..*\\.getInstance|javax\\..*\\.getInstance"
              + "|java\\.nio\\.charset\\.Charset\\.forName"
              + "|java\\.lang\\.(System|Runtime)\\.(load|loadLibrary)");

  private ReachedByName() {}

  /** Who calls what, once for each call, in order. */
  static List<String> in(JavaClasses classes) {
    return classes.stream().flatMap(ReachedByName::in).sorted().toList();
  }

  private static Stream<String> in(JavaClass caller) {
    return Stream.concat(
            caller.getCodeUnitCallsFromSelf().stream(),
            caller.getCodeUnitReferencesFromSelf().stream())
        .map(access -> access.getTarget())
        .filter(ReachedByName::isReaching)
        .map(
            target ->
                caller.getSimpleName()
                    + " -> "
                    + target.getOwner().getSimpleName()
                    + "."
                    + target.getName());
  }

  private static boolean isReaching(CodeUnitAccessTarget target) {
    String owner = target.getOwner().getFullName();
    if (owner.equals("java.lang.Class")) {
      return !OF_CLASSES.contains(target.getName());
    }
    return OWNERS.matcher(owner).matches()
        || OTHERS.matcher(owner + "." + target.getName()).matches();
  }
}
