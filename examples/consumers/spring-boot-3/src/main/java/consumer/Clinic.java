package consumer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.eid.login.Identity;

/** A small web application for citizens, in JSON, with the Jackson that Spring Boot brings. */
@SpringBootApplication
@RestController
public class Clinic {
  public static void main(String[] args) {
    SpringApplication.run(Clinic.class, args);
  }

  record Ward(String name, int beds, String visitor) {}

  @GetMapping("/ward")
  Ward ward(@AuthenticationPrincipal Identity citizen) {
    return new Ward("Khoa Nội", 12, citizen.name().orElse("-"));
  }
}
