package vn.eid.spring;

import static vn.eid.spring.EidLoginConfigurer.eidLogin;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.BrowserSession;
import vn.eid.login.Identity;
import vn.eid.login.LoginOutcome;
import vn.eid.login.PushRequest;
import vn.eid.login.PushStart;
import vn.eid.login.PushStatus;
import vn.eid.servlet.BrowserLogin;
import vn.eid.webhook.WebhookEvent;

/** An application of the starter, as small as one can be that has every part of it. */
@SpringBootApplication
@RestController
class Clinic {
  static final String BIG = "10000001";

  final List<WebhookEvent> heard = new CopyOnWriteArrayList<>();
  final List<Observation.Context> observed = new CopyOnWriteArrayList<>();
  volatile boolean listenerFails;

  @Autowired private ObjectProvider<EidClient> clients;

  @Bean
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            pages ->
                pages
                    .requestMatchers("/", "/csrf", "/push", "/error", "/actuator/**")
                    .permitAll()
                    .requestMatchers("/ward")
                    .hasAuthority("ROLE_DOCTOR")
                    .anyRequest()
                    .authenticated())
        .with(
            eidLogin(),
            eid ->
                eid.demanding(
                    LoginDemand.of(AuthenticationLevel.LEVEL_4),
                    request -> request.getServletPath().equals("/safe")))
        .build();
  }

  @Bean
  Shelf shelf() {
    return new Shelf();
  }

  @Bean
  EidAuthorities doctors() {
    return citizen -> List.of(new SimpleGrantedAuthority("ROLE_DOCTOR"));
  }

  @Bean
  ObservationHandler<Observation.Context> collecting() {
    return new ObservationHandler<>() {
      @Override
      public void onStop(Observation.Context context) {
        observed.add(context);
      }

      @Override
      public boolean supportsContext(Observation.Context context) {
        return true;
      }
    };
  }

  @EventListener
  void hear(WebhookEvent event) {
    if (listenerFails) {
      throw new IllegalStateException("the clinic's database is down");
    }
    heard.add(event);
  }

  @GetMapping("/")
  String home(@RequestParam(defaultValue = "") String eid) {
    return "home" + eid;
  }

  @GetMapping("/me")
  String me(@AuthenticationPrincipal Identity citizen, EidAuthentication authentication) {
    return citizen.name().orElse("-") + " " + authentication.getAuthorities();
  }

  @GetMapping("/ward")
  String ward() {
    return "ward";
  }

  @GetMapping("/safe")
  String safe() {
    return "safe";
  }

  @GetMapping("/vault")
  @DemandsLogin(level = AuthenticationLevel.LEVEL_3, withinSeconds = 300)
  String vault() {
    return "vault";
  }

  @GetMapping("/transfer")
  String form(@RequestParam(defaultValue = "-") String amount) {
    return "form " + amount;
  }

  @PostMapping("/transfer")
  String transfer(@RequestParam String amount) {
    if (amount.equals(BIG)) {
      LoginDemand.of(AuthenticationLevel.LEVEL_3).andWithin(Duration.ofMinutes(5)).enforce();
    }
    return "sent " + amount;
  }

  @GetMapping("/csrf")
  String csrf(CsrfToken token) {
    return token.getToken();
  }

  @GetMapping("/passivate")
  String passivate(HttpSession session) throws Exception {
    String name = "SPRING_SECURITY_CONTEXT";
    session.setAttribute(name, RoundTrip.of(session.getAttribute(name)));
    return "passivated";
  }

  @GetMapping("/push")
  String push(HttpServletRequest request, HttpServletResponse response)
      throws InterruptedException {
    EidClient client = clients.getObject();
    BrowserSession browser = BrowserLogin.browser(request);
    PushStart start =
        client.pushLogin().start(PushRequest.to(CitizenId.parse("099085000011")), browser);
    PushStatus status = client.pushLogin().check(start.id(), browser);
    while (status instanceof PushStatus.Waiting waiting) {
      Thread.sleep(waiting.nextCheckIn().toMillis());
      status = client.pushLogin().check(start.id(), browser);
    }
    LoginOutcome outcome = ((PushStatus.Finished) status).outcome();
    return EidSignIn.of(request)
        .complete((LoginOutcome.Approved) outcome, request, response)
        .getName();
  }
}
