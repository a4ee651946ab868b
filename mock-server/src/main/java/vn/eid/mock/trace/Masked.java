package vn.eid.mock.trace;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page may show of what was sent. A value is hidden unless its name is known to say nothing
 * of a person and to open nothing; of a secret the first characters are left, to tell one from
 * another. Whatever is shown is short and without characters that a reader cannot see.
 */
public final class Masked {
  private static final int MOST = 2000;

  private static final Set<String> PLAIN =
      Set.of(
          ("accept accept-language cache-control connection content-length content-type host"
                  + " retry-after user-agent www-authenticate allow acr acr_values alg aud azp"
                  + " account_level auth_time client_assertion_type client_id code_challenge_method"
                  + " crit crv cty data_set data_sets deprecation detail enc error error_description"
                  + " error_uri exp expires_in grant_type htm htu iat id_token_signed_response_alg"
                  + " interval iss kid kty lang max_age nbf poll_interval post_logout_redirect_uri"
                  + " prompt purpose redirect_uri resourcetype response_mode response_type"
                  + " return_uri scope sub sunset title token_type total trace_id typ type"
                  + " ui_locales use uses valid_for version why x-request-id")
              .split(" ", -1));

  private static final Set<String> BEGINNING =
      Set.of(
          ("access_token ath at_hash auth_req_id batch_id code code_challenge code_verifier"
                  + " consent_id cookie dpop_jkt dpop-nonce id idempotency-key jkt jti login nonce"
                  + " refresh_token request_uri sid state ticket token x y n")
              .split(" ", -1));

  // Names that stand for a word of the protocol here and for a secret there.
  private static final Pattern WORD = Pattern.compile("[a-z_]{3,40}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{9,}");
  // Something drawn at random has a digit or a capital somewhere; an error code has none.
  private static final Pattern RANDOM =
      Pattern.compile("(?<![A-Za-z0-9_-])(?=[a-z_-]*[A-Z0-9])[A-Za-z0-9_-]{20,}");
  // A letter, a digit, a dash, an underline, or the percent sign itself.
  private static final Pattern PLAIN_ENCODED =
      Pattern.compile("%(3[0-9]|4[1-9A-Fa-f]|5[0-9Aa]|6[1-9A-Fa-f]|7[0-9Aa]|2[5Dd]|5[Ff])");
  private static final int MOST_ENCODED = 8;
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n\\t]]");

  private Masked() {}

  /**
   * Running text, such as a sentence that quotes what came. A number is hidden also where digits of
   * it are percent-encoded.
   */
  public static String text(String text) {
    String seen = seen(text);
    String plain = readable(seen);
    String masked = masked(plain);
    return masked.equals(plain) ? masked(seen) : masked;
  }

  private static String masked(String text) {
    return hide(RANDOM, hide(NUMBER, text));
  }

  /** A path; what stands for a secret in it is cut. */
  public static String path(String path) {
    return text(path);
  }

  /**
   * A path with its plain characters as such: a number of which a digit is encoded, once or more
   * often, is a number all the same. What hides others than those stays encoded.
   */
  public static String readable(String path) {
    String plain = path;
    for (int i = 0; i < MOST_ENCODED && PLAIN_ENCODED.matcher(plain).find(); i++) {
      plain =
          PLAIN_ENCODED
              .matcher(plain)
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(
                          Character.toString(Integer.parseInt(found.group(1), 16))));
    }
    return plain;
  }

  /** The value of a parameter, a header or a member of that name. */
  public static String value(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("kid") || lower.equals("x-request-id") || lower.equals("trace_id")) {
      return hide(NUMBER, seen(value));
    }
    if (isPlain(lower)) {
      return text(value);
    }
    return BEGINNING.contains(lower) ? beginning(value) : hidden(value);
  }

  /** Whether a value of that name is shown. */
  static boolean isPlain(String name) {
    return PLAIN.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The same for a member of a JSON document, where {@code code} is an error's. */
  static String member(String name, String value) {
    boolean isWord = name.equals("code") || name.equals("state") || name.equals("field");
    return isWord && WORD.matcher(value).matches() ? value : value(name, value);
  }

  /** The first characters of a secret and its length. */
  static String beginning(String secret) {
    return secret.length() < 16
        ? hidden(secret)
        : text(secret.substring(0, 4)) + "… (" + secret.length() + ")";
  }

  /** Nothing but the length. */
  static String hidden(String value) {
    return value.isEmpty() ? "" : "••• (" + value.length() + ")";
  }

  /** The text without what cannot be seen, and not too long. */
  static String seen(String text) {
    String start = text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    return UNSEEN.matcher(start).replaceAll("\uFFFD");
  }

  private static String hide(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(found.group().substring(0, 3) + "…"));
  }
}
