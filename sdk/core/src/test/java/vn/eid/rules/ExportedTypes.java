package vn.eid.rules;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.eid.EidClient;

/** Every public type in an exported package, found in the compiled classes. */
public final class ExportedTypes {
  private ExportedTypes() {}

  public static List<Class<?>> all() throws IOException {
    Path classes = classes();
    Set<String> exported = exported(classes);
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString().replace('/', '.').replace('\\', '.'))
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .filter(name -> exported.contains(name.substring(0, name.lastIndexOf('.'))))
          .sorted()
          .<Class<?>>map(ExportedTypes::load)
          .filter(ExportedTypes::isPublic)
          .toList();
    }
  }

  private static Set<String> exported(Path classes) throws IOException {
    try (var stream = Files.newInputStream(classes.resolve("module-info.class"))) {
      return ModuleDescriptor.read(stream).exports().stream()
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean isPublic(Class<?> type) {
    boolean itself = java.lang.reflect.Modifier.isPublic(type.getModifiers());
    Class<?> outer = type.getEnclosingClass();
    return itself && !type.isAnonymousClass() && (outer == null || isPublic(outer));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }

  /** Where the SDK was compiled to. */
  static Path classes() {
    try {
      return Path.of(EidClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
