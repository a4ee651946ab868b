package vn.eid.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.benchmarks.ChildJvm;
import vn.eid.benchmarks.Row;

class StartPartTest {

  @Test
  void everybodyComesToThePage() throws Exception {
    ClassPath everybodys = new ClassPath(ChildJvm.classPath());
    List<Row> rows = new StartPart(1, unused -> everybodys).measure();
    assertThat(rows)
        .hasSize(4 * StartContender.values().length)
        .allMatch(row -> row.value() >= 0)
        .filteredOn(row -> row.measure().startsWith("JVM start"))
        .allMatch(row -> row.value() > 10);
  }

  @Test
  void withoutThePeersItSaysHowToBuildThem(@TempDir Path module) {
    assertThatThrownBy(() -> ClassPath.of(StartContender.MSAL4J, module))
        .hasMessageContaining("-Ppeers");
  }
}
