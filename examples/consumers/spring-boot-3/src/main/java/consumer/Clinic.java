package consumer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A small web application that answers in JSON, with the Jackson that Spring Boot brings. */
@SpringBootApplication
@RestController
public class Clinic {
  public static void main(String[] args) {
    SpringApplication.run(Clinic.class, args);
  }

  record Ward(String name, int beds) {}

  @GetMapping("/ward")
  Ward ward() {
    return new Ward("Khoa Nội", 12);
  }
}
