package vn.eid.examples.desk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.eid.mock.EidMock;

/** Who may come in. */
@DeskTest
class OfficersTest {
  @Autowired private EidMock mock;

  @Value("${local.server.port}")
  private int port;

  @Value("${desk.folder}")
  private Path folder;

  @Test
  void anOfficerComesToTheDeskWithTheNameOfTheirCard() throws IOException {
    Document page = Desk.of(mock, port, Desk.OFFICER).open("/eid/login");
    assertThat(page.expectFirst("h1").text()).isEqualTo("Liên kết mã số thuế");
    assertThat(page.expectFirst(".who").text()).isEqualTo("Nguyễn Văn An");
  }

  @Test
  void anybodyElseIsToldThatTheyAreNoStaffAndWhichCodeToSend() throws IOException {
    Desk visitor = Desk.of(mock, port, "099188000055");
    Document page = visitor.open("/jobs");
    assertThat(page.expectFirst("h1").text()).isEqualTo("Trang này dành cho phòng Tiền lương");
    assertThat(page.expectFirst("dd").text()).hasSizeGreaterThan(20);
    assertThat(page.text()).doesNotContain("099188000055");
    assertThat(visitor.download("/template.csv").statusCode()).isEqualTo(403);
    assertThat(visitor.open("/").text()).contains("Mã của bạn");
  }

  @Test
  void anAccountOfLevelOneDoesNotComeIn() throws IOException {
    Document page = Desk.of(mock, port, "099192000022").open("/jobs");
    assertThat(page.expectFirst("[role=alert]").text()).contains("Cần tài khoản mức độ 2");
  }

  @Test
  void theUploadOfAStrangerIsNotWrittenAnywhere() throws Exception {
    String head =
        """
        POST /jobs HTTP/1.1
        Host: localhost
        Content-Length: 300000
        Connection: close
        Content-Type: multipart/form-data; boundary=x

        --x
        Content-Disposition: form-data; name=list; filename=a.csv

        """
            .replace("\n", "\r\n");
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write((head + "a".repeat(200_000)).getBytes(US_ASCII));
      Thread.sleep(500);
      assertThat(folder.resolve("arriving")).isEmptyDirectory();
      socket.getOutputStream().write("a".repeat(100_000).getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 302 ").contains("/jobs\r\n");
    }
  }

  @Test
  void aListThatIsTooLargeIsToldSo() throws IOException {
    Desk desk = Desk.of(mock, port, Desk.OFFICER);
    for (int size : new int[] {DeskTest.MOST_KB + 1, 2 * DeskTest.MOST_KB}) {
      String list = "a".repeat(size * 1024);
      assertThat(desk.send("a.csv", list).select("[role=alert]").text()).contains("lớn hơn 200 MB");
    }
    assertThat(folder.resolve("arriving")).isEmptyDirectory();
  }

  @Test
  void aListThatIsTooLargeAndDoesNotSayHowLargeIsToldSo() throws Exception {
    Desk desk = Desk.of(mock, port, Desk.OFFICER);
    HttpResponse<Void> answer = desk.sendInPieces("a".repeat(2 * DeskTest.MOST_KB * 1024));
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/jobs?refused=large");
    assertThat(folder.resolve("arriving")).isEmptyDirectory();
  }
}
