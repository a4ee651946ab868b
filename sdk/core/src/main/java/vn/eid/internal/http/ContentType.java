package vn.eid.internal.http;

import java.util.Locale;
import okhttp3.Headers;

/**
 * What an answer calls itself: nothing but a media type in small letters, or words that say there
 * is none.
 */
record ContentType(String name) {

  static ContentType of(Headers headers) {
    String type = headers.get("Content-Type");
    if (type == null) {
      return new ContentType("without a media type");
    }
    int parameters = type.indexOf(';');
    String bare = (parameters < 0 ? type : type.substring(0, parameters)).strip();
    // Quoted in an error sentence, so no more of it than a media type can honestly be.
    return new ContentType(
        bare.matches("[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,60}")
            ? bare.toLowerCase(Locale.ROOT)
            : "of a media type that cannot be read");
  }

  boolean isJson() {
    return name.equals("application/json") || name.endsWith("+json");
  }
}
