package vn.eid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A native image has what its builder saw in the code, and what the metadata in the jar names.
 * Whoever reaches something else by name must say so here, and name it there.
 */
class NativeImageTest {
  private static final Path METADATA =
      Path.of("META-INF/native-image/vn.eid/eid-sdk/reachability-metadata.json");

  /** The licence of the lists travels with them; nobody opens it. */
  private static final Path NEVER_OPENED = Path.of("vn/eid/administrative-units-LICENSE.txt");

  @Test
  void whatIsReachedByNameIsKnown() {
    assertThat(ReachedByName.in(new ClassFileImporter().importPath(ExportedTypes.classes())))
        .containsExactly(
            // The builder brings the JDK's algorithms for each class that is asked for one. Another
            // provider's are the application's to name.
            "Crypto -> KeyFactory.getInstance",
            "Export -> MessageDigest.getInstance",
            "Fingerprints -> Mac.getInstance",
            "Frames -> Cipher.getInstance",
            "Hashes -> MessageDigest.getInstance",
            // The files that the metadata names.
            "OwnFile -> Class.getResourceAsStream",
            "RowDigest -> MessageDigest.getInstance",
            "RowKeys -> Mac.getInstance",
            "Service -> Provider.getService",
            "Service -> Signature.getInstance",
            "Service -> Signature.getInstance",
            // With constants alone, which the builder follows.
            "StrictUtf8 -> MethodHandles.byteArrayViewVarHandle",
            "StrictUtf8 -> VarHandle.get");
  }

  @Test
  void noWayToReachByNameIsOverlooked() {
    assertThat(ReachedByName.in(new ClassFileImporter().importClasses(Careless.class)))
        .containsExactly(
            "Careless -> Class.forName",
            "Careless -> Class.getRecordComponents",
            "Careless -> ClassLoader.getResource",
            "Careless -> ObjectInputStream.<init>",
            "Careless -> ObjectInputStream.readObject",
            "Careless -> ObjectMapper.<init>",
            "Careless -> ObjectMapper.convertValue",
            "Careless -> Proxy.newProxyInstance",
            "Careless -> ResourceBundle.getBundle",
            "Careless -> ServiceLoader.load");
  }

  @Test
  void everyFileThatIsOpenedIsNamedAndNothingElse() throws IOException {
    assertThat(metadata().get("resources"))
        .allSatisfy(file -> assertThat(file.fieldNames()).toIterable().containsExactly("glob"))
        .extracting(file -> Path.of(file.get("glob").textValue()))
        .containsExactlyInAnyOrderElementsOf(filesOfTheJar());
  }

  /** No type of ours is among them: the SDK binds none. */
  @Test
  void everyTypeThatIsNamedIsThereAndOfALibrary() throws Exception {
    JsonNode metadata = metadata();
    assertThat(metadata.fieldNames())
        .toIterable()
        .containsExactly("comment", "reflection", "resources");
    for (JsonNode named : metadata.get("reflection")) {
      assertThat(named.fieldNames()).toIterable().containsExactly("type", "methods");
      Class<?> type = Class.forName(named.get("type").textValue());
      assertThat(type.getPackageName()).doesNotStartWith("vn.eid");
      assertThat(type.getDeclaredConstructor()).isNotNull();
      assertThat(named.get("methods").toString())
          .isEqualTo("[{\"name\":\"<init>\",\"parameterTypes\":[]}]");
    }
  }

  private static JsonNode metadata() throws IOException {
    return new ObjectMapper()
        .readTree(Files.readAllBytes(ExportedTypes.classes().resolve(METADATA)));
  }

  private static List<Path> filesOfTheJar() throws IOException {
    Path classes = ExportedTypes.classes();
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(Files::isRegularFile)
          .map(classes::relativize)
          .filter(file -> !file.toString().endsWith(".class") && !file.startsWith("META-INF"))
          .filter(file -> !file.equals(NEVER_OPENED))
          .toList();
    }
  }
}
