package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.endpoint.Params;

/** What the mock answered, with the questions that tests ask about it. */
record Answer(HttpResponse<String> response) {

  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  JsonNode json() {
    try {
      return Json.mapper().readTree(body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + body(), e);
    }
  }

  String text(String member) {
    return json().path(member).asText();
  }

  URI location() {
    return URI.create(header("Location"));
  }

  /** A parameter of the address that the browser is sent to. */
  String returned(String parameter) {
    return Params.parse(location().getRawQuery()).one(parameter).orElse("");
  }

  /** Refused by an OAuth endpoint, for the reason that the sentence gives. */
  void isRefused(int status, String error, String reason) {
    assertThat(status()).as(body()).isEqualTo(status);
    assertThat(text("error")).isEqualTo(error);
    assertThat(text("error_description")).contains(reason);
  }

  /** Refused by a resource, with the challenge of RFC 9449, section 7.1. */
  void isUnauthorized(String error, String reason) {
    assertThat(status()).as(body()).isEqualTo(401);
    assertThat(header("WWW-Authenticate")).startsWith("DPoP error=\"" + error + "\"");
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(text("code")).isEqualTo(error);
    assertThat(text("detail")).contains(reason);
  }

  /** Refused by a resource with a problem document (RFC 9457). */
  void isProblem(int status, String code, String reason) {
    assertThat(status()).as(body()).isEqualTo(status);
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(text("code")).isEqualTo(code);
    assertThat(text("detail")).contains(reason);
    assertThat(text("trace_id")).isEqualTo(header("X-Request-Id"));
  }

  /** Refused for one member of the request. */
  void isProblemWith(String field, String code, String reason) {
    isProblem(400, code, reason);
    assertThat(text("field")).isEqualTo(field);
  }

  /** Refused with a page, so that nobody is sent to an address that was not checked. */
  void isErrorPage(String reason) {
    assertThat(status()).as(body()).isEqualTo(400);
    assertThat(header("Content-Type")).startsWith("text/html");
    assertThat(header("Location")).isEmpty();
    assertThat(body()).contains(reason);
  }

  Answer isOk() {
    assertThat(status()).as(body()).isBetween(200, 399);
    return this;
  }
}
