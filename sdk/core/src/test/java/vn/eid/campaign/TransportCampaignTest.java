package vn.eid.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each verb under each fault of transport, once for all of these tests. */
class TransportCampaignTest {
  private static final Path RIGHT = Path.of("target", "evidence", "transport-faults.md");
  private static final Path PAGE = Path.of("..", "evidence", "transport-faults.md");

  @TempDir static Path directory;

  private static final Campaign CAMPAIGN = new Campaign();
  private static String leftBehind = "";

  @BeforeAll
  static void run() throws Exception {
    warmUp();
    Leftovers before = Leftovers.now();
    CAMPAIGN.run(Campaign.verbs(), Files.createDirectory(directory.resolve("campaign")));
    leftBehind = Leftovers.moreThan(before);
  }

  /** What the JVM and the libraries start once for all is there before the campaign begins. */
  private static void warmUp() throws Exception {
    Campaign first = new Campaign();
    List<Verb> one = Campaign.verbs().subList(1, 2);
    first.run(one, Files.createDirectory(directory.resolve("warm-up")));
  }

  @Test
  void whatTheClientSaysIsWhatTheServerDidAndNothingIsLostOrDoneTwice() {
    assertThat(CAMPAIGN.wrong()).isEmpty();
  }

  @Test
  void eachVerbWasTriedUnderEachTrouble() {
    assertThat(CAMPAIGN.cells()).hasSize(Campaign.verbs().size() * Trouble.values().length);
  }

  @Test
  void noThreadNoConnectionAndNoFileIsLeftBehind() {
    assertThat(leftBehind).isEmpty();
  }

  @Test
  void aJobLeavesItsResultsAndNothingElse() throws Exception {
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
          .isNotEmpty()
          .allMatch(name -> name.endsWith(".csv"));
    }
  }

  @Test
  void thePageSaysWhatWasFound() throws Exception {
    String found = Page.of(CAMPAIGN.cells());
    Files.createDirectories(RIGHT.getParent());
    Files.writeString(RIGHT, found);
    assertThat(PAGE).as("the right one stands in %s", RIGHT).hasContent(found);
  }
}
