package vn.eid.examples.hospital;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import vn.eid.ConsentEndedException;
import vn.eid.EidException;
import vn.eid.UnavailableException;

/** What people read when something does not go on. The SDK's sentences are made for them. */
@ControllerAdvice
class Troubles {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  @ExceptionHandler(ConsentEndedException.class)
  String ended(ConsentEndedException end, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    model.addAttribute("reason", end.reason().name());
    model.addAttribute("vietnamese", end.sentenceFor(VIETNAMESE));
    model.addAttribute("english", end.sentenceFor(Locale.ENGLISH));
    return "ended";
  }

  @ExceptionHandler(EidException.class)
  String trouble(EidException e, Locale locale, Model model, HttpServletResponse response) {
    HttpStatus status =
        e instanceof UnavailableException
            ? HttpStatus.SERVICE_UNAVAILABLE
            : HttpStatus.INTERNAL_SERVER_ERROR;
    response.setStatus(status.value());
    model.addAttribute("sentence", e.sentenceFor(locale));
    model.addAttribute("trace", e.traceId());
    return "trouble";
  }
}
