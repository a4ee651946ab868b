package vn.eid.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.eid.EidClient;
import vn.eid.tax.BulkLink;
import vn.eid.tax.BulkSummary;

/** {@code eid link}: a file of people in, a file of results out. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    sortSynopsis = false,
    versionProvider = Version.class)
final class LinkCommand implements Callable<Integer> {
  private final Shell shell;
  private final Words words;

  @Mixin private final RowFiles files = new RowFiles();

  @Mixin private final Access access = new Access();

  @Option(names = "--resume")
  private boolean resume;

  @Option(names = "--at-once", paramLabel = "BATCHES")
  private @Nullable Integer atOnce;

  @Option(names = "--chunk", paramLabel = "ROWS")
  private @Nullable Integer chunk;

  @Option(names = "--patience", paramLabel = "MINUTES")
  private @Nullable Integer patience;

  LinkCommand(Shell shell, Words words) {
    this.shell = shell;
    this.words = words;
  }

  @Override
  public Integer call() {
    return new Stopping().during(() -> link(job()));
  }

  private int link(BulkLink job) {
    try (EidClient eid = access.client(shell, words)) {
      BulkSummary summary = link(eid, job);
      if (summary.rows() == 0) {
        shell.err().println(words.say("rows.none"));
      }
      new SummaryTable(words).print(summary, shell.out());
      return SummaryTable.needsAPerson(summary) ? ExitCode.SOME_NEED_A_PERSON : ExitCode.DONE;
    } catch (InterruptedException e) {
      shell.err().println(words.say("stopped.interrupted") + " " + words.say("stopped.how"));
      return ExitCode.STOPPED;
    }
  }

  private BulkSummary link(EidClient eid, BulkLink job) throws InterruptedException {
    try (Progress progress = Progress.shownIn(shell, words)) {
      return eid.taxLinks().link(job.reportingTo(progress));
    }
  }

  private BulkLink job() {
    BulkLink job = files.job(words);
    if (chunk != null) {
      job = job.inChunksOf(chunk);
    }
    if (atOnce != null) {
      job = job.atOnce(atOnce);
    }
    if (patience != null) {
      job = job.patientFor(Duration.ofMinutes(patience));
    }
    return resume ? job.resuming() : job;
  }
}
