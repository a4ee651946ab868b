package consumer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.Identity;
import vn.eid.spring.DemandsLogin;

/** An application with nothing but the starter: each page wants a citizen. */
@SpringBootApplication
@RestController
public class Portal {
  public static void main(String[] args) {
    SpringApplication.run(Portal.class, args);
  }

  @GetMapping("/")
  String home(@AuthenticationPrincipal Identity citizen) {
    return "Xin chào " + citizen.name().orElse("-");
  }

  @GetMapping("/vault")
  @DemandsLogin(level = AuthenticationLevel.LEVEL_3)
  String vault() {
    return "vault";
  }
}
