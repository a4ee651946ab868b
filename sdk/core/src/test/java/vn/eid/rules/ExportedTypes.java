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
import vn.eid.EidClient;
import vn.eid.contract.PublicApi;

/** Every public type in an exported package, found in the compiled classes. */
public final class ExportedTypes {
  private ExportedTypes() {}

  public static List<Class<?>> all() throws IOException {
    Set<String> exported = exported(classes());
    return PublicApi.typesBeside(EidClient.class).stream()
        .filter(type -> exported.contains(type.getPackageName()))
        .toList();
  }

  private static Set<String> exported(Path classes) throws IOException {
    try (var stream = Files.newInputStream(classes.resolve("module-info.class"))) {
      return ModuleDescriptor.read(stream).exports().stream()
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toCollection(TreeSet::new));
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
