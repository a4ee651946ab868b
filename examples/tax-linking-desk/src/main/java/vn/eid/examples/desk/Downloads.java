package vn.eid.examples.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The files that an officer takes away. */
@Controller
final class Downloads {
  private static final String TEMPLATE =
      "\ufeffMã nhân viên,Họ và tên,Ngày sinh,Số định danh cá nhân,MST cũ\r\n";

  private final JobViews views;
  private final Jobs jobs;
  private final DeskProperties desk;

  Downloads(JobViews views, Jobs jobs, DeskProperties desk) {
    this.views = views;
    this.jobs = jobs;
    this.desk = desk;
  }

  /** The SDK's file as it is: it begins with the mark by which Excel knows UTF-8. */
  @GetMapping("/jobs/{id}/results.csv")
  void results(@PathVariable String id, HttpServletResponse response) throws IOException {
    JobFolder folder = finished(id);
    name("ket-qua-" + views.find(id).card().fileName(), response);
    Files.copy(folder.results(), response.getOutputStream());
  }

  @GetMapping("/jobs/{id}/corrections.csv")
  void corrections(@PathVariable String id, HttpServletResponse response) throws IOException {
    JobFolder folder = finished(id);
    JobCard job = views.find(id).card();
    name("can-sua-" + job.fileName(), response);
    new Corrections(folder, job).write(response.getOutputStream());
  }

  @GetMapping("/template.csv")
  void template(HttpServletResponse response) throws IOException {
    name("danh-sach.csv", response);
    response.getOutputStream().write(TEMPLATE.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/sample.csv")
  void sample(HttpServletResponse response) throws IOException {
    Path sample = required(desk.sample());
    name("danh-sach-mau.csv", response);
    Files.copy(sample, response.getOutputStream());
  }

  private JobFolder finished(String id) {
    return required(views.find(id).isFinished() ? jobs.folder(id).orElse(null) : null);
  }

  private static <T> T required(@Nullable T found) {
    if (found == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return found;
  }

  private static void name(String file, HttpServletResponse response) {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(file, StandardCharsets.UTF_8).build().toString());
  }
}
