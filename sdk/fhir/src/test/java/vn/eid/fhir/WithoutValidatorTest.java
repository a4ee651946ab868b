package vn.eid.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a user has who adds this artifact and nothing else. */
class WithoutValidatorTest {
  @Test
  void readsRecordsWithoutTheJarsOfTheValidator() throws Exception {
    try (URLClassLoader loader = without("validation", "caffeine", "Saxon", "icu4j", "jena")) {
      Class<?> text = Class.forName("vn.eid.fhir.ResourceText", true, loader);
      var read = text.getDeclaredMethod("read", String.class);
      read.setAccessible(true);
      Object patient = read.invoke(null, "{\"resourceType\":\"Patient\",\"gender\":\"male\"}");
      assertThat(patient.getClass().getSimpleName()).isEqualTo("Patient");
    }
  }

  @Test
  void saysWhichArtifactValidationLacks() throws Exception {
    for (String artifact :
        List.of(
            "hapi-fhir-caching-caffeine",
            "hapi-fhir-validation-resources-r4",
            "hapi-fhir-validation-8")) {
      try (URLClassLoader loader = without(artifact)) {
        var offline =
            Class.forName("vn.eid.fhir.FhirValidation", true, loader).getMethod("offline");
        Assertions.assertThatExceptionOfType(InvocationTargetException.class)
            .isThrownBy(() -> offline.invoke(null))
            .havingCause()
            .withMessageContaining("ca.uhn.hapi.fhir:" + artifact.replace("-8", ""));
      }
    }
  }

  private static URLClassLoader without(String... words) {
    URL[] rest =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> Arrays.stream(words).noneMatch(Path.of(entry).toString()::contains))
            .map(WithoutValidatorTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (java.net.MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
