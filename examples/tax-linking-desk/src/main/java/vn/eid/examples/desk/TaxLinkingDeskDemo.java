package vn.eid.examples.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.eid.examples.frame.Demonstration;
import vn.eid.mock.EidMock;

/**
 * The desk on this machine, beside the mock server, whose citizen Nguyễn Văn An is the officer.
 *
 * <p>The jobs outlive it: killed and started again at the same port, it goes on. The registry has
 * forgotten everybody then, which a real one does not, so that what it was sent and had not
 * answered is linked anew there; each row has its one result all the same.
 */
public final class TaxLinkingDeskDemo {
  private static final int PEOPLE = 100_000;
  private static final int ROWS = 2_000;
  private static final int SLOW_ENOUGH_TO_WATCH = 100;

  private TaxLinkingDeskDemo() {}

  public static void main(String[] args) throws IOException {
    Path sample = Files.createTempFile("sample-list", ".csv");
    sample.toFile().deleteOnExit();
    EidMock mock =
        Demonstration.of(TaxLinkingDesk.class, 8083, args)
            .nationalSystems(
                systems ->
                    systems
                        .clientName("Công ty May Hoa Sen")
                        .generate(PEOPLE, 2026)
                        .taxRowsPerSecond(SLOW_ENOUGH_TO_WATCH))
            // A job goes on with the registry that it began with, which is known by its port.
            .setting("desk.folder", "${user.home}/.tax-linking-desk/${server.port}")
            .setting("desk.officers", "099085000011")
            .setting("desk.sample", sample.toString())
            .setting("desk.rows-at-once", 50)
            .run();
    SampleList.write(mock, ROWS, sample);
  }
}
