package vn.eid.examples.bank;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.eid.EidException;
import vn.eid.examples.frame.QrCode;

/** The push on the desktop's side: the four digits, and a page that waits. */
@Controller
class PushPages {
  private final PushLogins logins;
  private final MessageSource messages;

  PushPages(PushLogins logins, MessageSource messages) {
    this.logins = logins;
    this.messages = messages;
  }

  @PostMapping("/login/push")
  String start(
      @RequestParam String citizenId,
      HttpServletRequest request,
      Locale locale,
      RedirectAttributes again) {
    String problem;
    try {
      if (logins.start(citizenId, request)) {
        return "redirect:/login/push";
      }
      problem = messages.getMessage("login.push.often", null, locale);
    } catch (EidException e) {
      problem = e.sentenceFor(locale);
    }
    again.addFlashAttribute("citizenId", citizenId);
    again.addFlashAttribute("problem", problem);
    return "redirect:/login";
  }

  /** Also asks, so that the page works without script: loading it again is asking. */
  @GetMapping("/login/push")
  String waiting(HttpServletRequest request, HttpServletResponse response, Model page) {
    Optional<ShownPush> push = ShownPush.in(request.getSession());
    if (push.isEmpty()) {
      return "redirect:/login";
    }
    PushLogins.Answer answer = logins.ask(push.get(), request, response);
    page.addAttribute("push", push.get());
    page.addAttribute("wait", answer.pause().toMillis());
    String link = push.get().appLink();
    if (link != null) {
      page.addAttribute("qr", QrCode.of(link));
    }
    return answer.next().map(next -> "redirect:" + next).orElse("push");
  }

  /** The same for the page's script. */
  @GetMapping("/login/push/state")
  ResponseEntity<Map<String, Object>> state(
      HttpServletRequest request, HttpServletResponse response) {
    PushLogins.Answer answer =
        ShownPush.in(request.getSession())
            .map(push -> logins.ask(push, request, response))
            .orElseGet(() -> PushLogins.Answer.goTo("/login"));
    return ResponseEntity.ok(
        answer
            .next()
            .<Map<String, Object>>map(next -> Map.of("next", request.getContextPath() + next))
            .orElseGet(() -> Map.of("wait", answer.pause().toMillis())));
  }

  @PostMapping("/login/push/cancel")
  String cancel(HttpServletRequest request) {
    logins.cancel(request);
    return "redirect:/login";
  }
}
