package vn.eid.records;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.HttpUrl;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** Where a pull stands as sealed text, tied to the client, the consent and the request. */
final class SealedPosition {
  private static final String KIND = "vn-eid-pull-1";

  private final Operation operation;
  private final Connection connection;
  private final PullRequest<?> request;

  SealedPosition(Operation operation, Connection connection, PullRequest<?> request) {
    this.operation = operation;
    this.connection = connection;
    this.request = request;
  }

  String close(Course course, HttpUrl page, byte[] latest) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("of", owner());
    content.put("key", text(course.key()));
    content.put("page", page.toString());
    course.providersName().ifPresent(name -> content.put("pull", name));
    course.patient().ifPresent(patient -> content.put("patient", patient));
    content.put("latest", text(latest));
    content.put("fresh", course.fresh());
    content.put("tally", tally(course.tally()));
    return connection.seal(operation).close(KIND, content);
  }

  Course open(String stored) {
    Fields content = connection.seal(operation).open(operation, KIND, stored);
    if (!content.texts("of").equals(owner())) {
      throw operation.invalid(
          "position", "This position is of another consent, data set, period or client.");
    }
    return Course.resumed(
        operation,
        bytes(content.requiredText("key")),
        tally(content.object("tally").orElseThrow()),
        HttpUrl.get(content.requiredText("page")),
        content.text("pull"),
        content.text("patient"),
        bytes(content.requiredText("latest")),
        Math.toIntExact(content.requiredInteger("fresh")));
  }

  private List<String> owner() {
    return List.of(
        connection.provider().issuer(),
        connection.clientId(),
        request.consent.id().value(),
        request.dataSet.name(),
        request.days().map(days -> days.from() + "/" + days.to()).orElse(""));
  }

  private static Map<String, Object> tally(Tally tally) {
    Map<String, Object> content = new LinkedHashMap<>();
    PullProgress progress = tally.progress();
    content.put("pages", progress.pages());
    content.put("resources", progress.resources());
    content.put("bytes", progress.bytes());
    content.put("redacted", tally.redactedCount());
    tally.total().ifPresent(total -> content.put("total", total));
    content.put("withheld", tally.told().stream().map(SealedPosition::withheld).toList());
    return content;
  }

  private static Tally tally(Fields content) {
    return new Tally(
        new PullProgress(
            content.requiredInteger("pages"),
            content.requiredInteger("resources"),
            content.requiredInteger("bytes")),
        content.requiredInteger("redacted"),
        count(content, "total"),
        content.objects("withheld").stream().map(SealedPosition::withheld).toList());
  }

  private static Map<String, Object> withheld(Withheld withheld) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("reason", withheld.reason().name());
    withheld.count().ifPresent(count -> content.put("count", count));
    withheld.text().ifPresent(text -> content.put("text", text));
    return content;
  }

  private static Withheld withheld(Fields content) {
    return new Withheld(
        Withheld.Reason.valueOf(content.requiredText("reason")),
        count(content, "count"),
        content.text("text"));
  }

  private static OptionalLong count(Fields content, String name) {
    Optional<Long> count = content.integer(name);
    return count.isPresent() ? OptionalLong.of(count.get()) : OptionalLong.empty();
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text);
  }
}
