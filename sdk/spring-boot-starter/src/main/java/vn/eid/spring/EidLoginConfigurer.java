package vn.eid.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.eid.EidClient;
import vn.eid.servlet.BrowserLogin;

/**
 * e-ID login in a security filter chain:
 *
 * <pre>{@code
 * http.authorizeHttpRequests(pages -> pages.anyRequest().authenticated())
 *     .with(eidLogin(), withDefaults());
 * }</pre>
 *
 * <p>{@code GET /eid/login} starts a login, the callback ends it in an {@link EidAuthentication},
 * Spring Security's logout ends the session with the provider too. The session's id changes at
 * login; a callback in another browser is refused; each request of a citizen asks whether the
 * provider has ended the session. Let each chain that reads the same web session have it, one for
 * {@code /api/**} too: another chain asks nobody whether the session has ended.
 */
public final class EidLoginConfigurer
    extends AbstractHttpConfigurer<EidLoginConfigurer, HttpSecurity> {
  private final List<StepUpFilter.Demanding> demands = new ArrayList<>();

  private EidLoginConfigurer() {}

  /** To be given to {@code http.with(..)}. */
  public static EidLoginConfigurer eidLogin() {
    return new EidLoginConfigurer();
  }

  /** Wants a surer or fresher login for these pages; the first demand that fits and is unmet. */
  public EidLoginConfigurer demanding(LoginDemand demand, RequestMatcher pages) {
    demands.add(new StepUpFilter.Demanding(pages, demand));
    return this;
  }

  @Override
  @SuppressWarnings("unchecked") // Spring Security keeps its configurers by their raw classes
  public void init(HttpSecurity http) {
    LoginAddresses addresses = bean(http, LoginAddresses.class);
    ExceptionHandlingConfigurer<HttpSecurity> denials =
        http.getConfigurer(ExceptionHandlingConfigurer.class);
    if (denials != null) {
      enter(denials, addresses.loginPage().orElse(LoginAddresses.START));
    }
    LogoutConfigurer<HttpSecurity> logout = http.getConfigurer(LogoutConfigurer.class);
    if (logout != null) {
      logout.logoutSuccessHandler(new ProviderLogout(bean(http, EidClient.class), addresses));
    }
  }

  /** A script that asks for data is told that nobody is logged in, and not sent elsewhere. */
  private static void enter(ExceptionHandlingConfigurer<HttpSecurity> denials, String page) {
    RequestMatcher script =
        request -> "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    denials.defaultAuthenticationEntryPointFor(
        new LoginUrlAuthenticationEntryPoint(page), request -> !script.matches(request));
    denials.defaultAuthenticationEntryPointFor(
        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), script);
  }

  @Override
  public void configure(HttpSecurity http) {
    EidClient client = bean(http, EidClient.class);
    LoginAddresses addresses = bean(http, LoginAddresses.class);
    SecurityContextRepository contexts =
        shared(http, SecurityContextRepository.class).orElseGet(EidLoginConfigurer::inTheSession);
    SessionAuthenticationStrategy sessions =
        new OwnSession(
            shared(http, SessionAuthenticationStrategy.class)
                .orElseGet(ChangeSessionIdAuthenticationStrategy::new));
    RequestCache requests =
        shared(http, RequestCache.class).orElseGet(HttpSessionRequestCache::new);
    CitizenAuthentications citizens =
        new CitizenAuthentications(
            http.getSharedObject(ApplicationContext.class)
                .getBeanProvider(EidAuthorities.class)
                .orderedStream()
                .toList());
    EidSignIn signIn = new EidSignIn(citizens, sessions, contexts);
    BrowserLogin logins = new BrowserLogin(client);
    CallbackFilter callback = new CallbackFilter(logins, addresses, citizens);
    LoginEnds ends = new LoginEnds(addresses, requests);
    callback.setSecurityContextRepository(contexts);
    callback.setSessionAuthenticationStrategy(sessions);
    callback.setAuthenticationSuccessHandler(ends);
    callback.setAuthenticationFailureHandler(ends);
    http.addFilterAfter(
            new CitizenSessionFilter(client, contexts, signIn, citizens),
            SecurityContextHolderFilter.class)
        .addFilterBefore(callback, UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(
            new LoginStartFilter(logins, addresses), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new FailurePageFilter(), UsernamePasswordAuthenticationFilter.class)
        .addFilterAfter(new StepUpFilter(demands, requests), ExceptionTranslationFilter.class);
  }

  private static SecurityContextRepository inTheSession() {
    return new DelegatingSecurityContextRepository(
        new RequestAttributeSecurityContextRepository(),
        new HttpSessionSecurityContextRepository());
  }

  private static <T> T bean(HttpSecurity http, Class<T> type) {
    return http.getSharedObject(ApplicationContext.class).getBean(type);
  }

  private static <T> Optional<T> shared(HttpSecurity http, Class<T> type) {
    return Optional.ofNullable(http.getSharedObject(type));
  }
}
