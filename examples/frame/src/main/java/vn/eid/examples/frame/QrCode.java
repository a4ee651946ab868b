package vn.eid.examples.frame;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A QR code as the address of an image that the page brings along: no script, no other server. */
public final class QrCode {
  private static final int QUIET_ZONE = 4;

  private QrCode() {}

  /** Draws a text. */
  public static String of(String text) {
    BitMatrix modules = modules(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    String svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%dv%dh-%dz"/><path d="%s"/></svg>"""
            .formatted(
                modules.getWidth(),
                modules.getHeight(),
                modules.getWidth(),
                modules.getHeight(),
                modules.getWidth(),
                path);
    return "data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
    } catch (WriterException e) {
      throw new IllegalArgumentException("The text is too long for a QR code.", e);
    }
  }
}
