package vn.eid.examples.frame;

import static vn.eid.spring.EidLoginConfigurer.eidLogin;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** An application with one open page and one that wants a citizen. */
@SpringBootApplication
@Import(Frame.class)
@Controller
class Ward {
  @Bean
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return Frame.secure(http)
        .authorizeHttpRequests(
            pages ->
                pages
                    .requestMatchers(Frame.openToAll())
                    .permitAll()
                    .requestMatchers("/mine")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .with(eidLogin(), Customizer.withDefaults())
        .build();
  }

  @GetMapping({"/", "/mine"})
  String hello() {
    return "hello";
  }
}
