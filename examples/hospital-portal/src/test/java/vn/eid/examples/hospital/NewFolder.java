package vn.eid.examples.hospital;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Gives the portal of the tests a folder of its own. */
final class NewFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path folder = Files.createDirectories(Path.of("target"));
      folder = Files.createTempDirectory(folder.toAbsolutePath(), "hospital");
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context,
          "hospital.folder=" + folder,
          "eid.storage-key.location=" + StorageKeyFile.in(folder).toUri());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
