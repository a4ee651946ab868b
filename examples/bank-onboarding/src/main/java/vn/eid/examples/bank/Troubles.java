package vn.eid.examples.bank;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.eid.EidException;

/** What the national systems could not do: a sentence for the person, and the trace to quote. */
@ControllerAdvice
class Troubles {
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

  @ExceptionHandler(EidException.class)
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  String trouble(EidException failure, Locale locale, Model page) {
    LOG.warn("A step has to wait: {}", failure.getMessage());
    page.addAttribute("sentence", failure.sentenceFor(locale));
    page.addAttribute("trace", failure.traceId());
    return "trouble";
  }
}
