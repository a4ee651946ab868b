package vn.eid.examples.desk;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;
import vn.eid.InvalidRequestException;
import vn.eid.examples.desk.JobCard.State;
import vn.eid.tax.LinkRows;

/** Makes a job of a list that an officer hands in. */
@Component
final class Uploads {
  private static final int LONGEST_NAME = 100;

  private final DeskFolder desk;
  private final Jobs jobs;
  private final Worker worker;
  private final Clock clock = Clock.systemUTC();

  Uploads(DeskFolder desk, Jobs jobs, Worker worker) {
    this.desk = desk;
    this.jobs = jobs;
    this.worker = worker;
  }

  /**
   * Takes it, and gives the id of its job.
   *
   * @throws InvalidRequestException where the file is no list of people; nothing of it is kept
   */
  String accept(MultipartFile list, Encoding encoding, String officer) throws IOException {
    String id = UUID.randomUUID().toString();
    JobFolder folder = desk.create(id);
    try {
      // To a file, not a path: then it is moved there, and not copied.
      list.transferTo(folder.upload().toFile());
      LinkRows.csv(folder.upload(), encoding.charset()).requireReadable();
      jobs.add(folder, card(id, list, encoding, officer));
    } catch (IOException | RuntimeException e) {
      folder.delete();
      throw e;
    }
    worker.take(id);
    return id;
  }

  private JobCard card(String id, MultipartFile list, Encoding encoding, String officer) {
    return new JobCard(
        id,
        name(list),
        clock.instant(),
        officer,
        encoding.charset(),
        State.UNFINISHED,
        Map.of(),
        Optional.empty());
  }

  /** Some browsers send the whole path. */
  private static String name(MultipartFile list) {
    String path = StringUtils.cleanPath(String.valueOf(list.getOriginalFilename()));
    String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\p{C}", "");
    return name.isBlank() ? "list.csv" : StringUtils.truncate(name, LONGEST_NAME);
  }
}
