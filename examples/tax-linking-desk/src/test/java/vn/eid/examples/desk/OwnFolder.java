package vn.eid.examples.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A folder for the jobs of the tests. */
final class OwnFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "jobs");
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("folder", Map.of("desk.folder", folder.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
