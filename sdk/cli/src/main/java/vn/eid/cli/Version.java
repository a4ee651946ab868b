package vn.eid.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which version this is. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    Properties built = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
      built.load(file);
    }
    return new String[] {
      "eid " + built.getProperty("version"), "Java " + System.getProperty("java.version")
    };
  }
}
