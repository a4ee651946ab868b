package vn.eid.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link DemandsLogin} before a controller's method is called. */
final class DemandsLoginInterceptor implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      List<DemandsLogin> demands =
          Stream.of(method.getMethod(), method.getBeanType())
              .flatMap(on -> demand(on).stream())
              .toList();
      if (!demands.isEmpty()) {
        of(demands).enforce();
      }
    }
    return true;
  }

  private static Optional<DemandsLogin> demand(AnnotatedElement on) {
    return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(on, DemandsLogin.class));
  }

  /** Of what the method and its class demand, the surer and the fresher. */
  private static LoginDemand of(List<DemandsLogin> demands) {
    LoginDemand level =
        LoginDemand.of(
            demands.stream().map(DemandsLogin::level).max(Comparator.naturalOrder()).orElseThrow());
    IntStream ages = demands.stream().mapToInt(DemandsLogin::withinSeconds);
    OptionalInt age = ages.filter(seconds -> seconds != 0).min();
    return age.isPresent() ? level.andWithin(Duration.ofSeconds(age.getAsInt())) : level;
  }
}
