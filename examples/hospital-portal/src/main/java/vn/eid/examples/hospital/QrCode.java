package vn.eid.examples.hospital;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/**
 * A QR code to be drawn into a page.
 *
 * @param size how many modules it is wide
 * @param path its dark modules, as an SVG path
 */
record QrCode(int size, String path) {
  static QrCode of(String text) {
    try {
      BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < modules.getHeight(); y++) {
        for (int x = 0; x < modules.getWidth(); x++) {
          if (modules.get(x, y)) {
            path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
          }
        }
      }
      return new QrCode(modules.getWidth(), path.toString());
    } catch (WriterException e) {
      throw new IllegalArgumentException("The text is too long for a QR code.", e);
    }
  }
}
