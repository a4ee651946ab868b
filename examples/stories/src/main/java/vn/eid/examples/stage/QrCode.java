package vn.eid.examples.stage;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** A QR code as text, two modules to a character, light on a dark terminal. */
public final class QrCode {
  private static final int QUIET_ZONE = 2;

  private QrCode() {}

  /** Draws a text. */
  public static String of(String text) {
    BitMatrix modules = modules(text);
    StringBuilder drawing = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y += 2) {
      for (int x = 0; x < modules.getWidth(); x++) {
        drawing.append(character(isLight(modules, x, y), isLight(modules, x, y + 1)));
      }
      drawing.append('\n');
    }
    return drawing.toString();
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
    } catch (WriterException e) {
      throw new IllegalArgumentException("The text is too long for a QR code.", e);
    }
  }

  private static boolean isLight(BitMatrix modules, int x, int y) {
    return y < modules.getHeight() && !modules.get(x, y);
  }

  private static char character(boolean upper, boolean lower) {
    if (upper) {
      return lower ? '█' : '▀';
    }
    return lower ? '▄' : ' ';
  }
}
