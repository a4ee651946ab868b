package vn.eid.records;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Resources as bytes: the length of the type, the type, the length of the JSON, the JSON. */
final class KeptItems {
  private KeptItems() {}

  /** Writes one; returns how long its JSON is. */
  static int write(DataOutputStream out, HealthData item) throws IOException {
    write(out, item.resourceType().getBytes(StandardCharsets.UTF_8));
    write(out, item.bytes());
    return item.bytes().length;
  }

  static HealthData read(DataInputStream in) throws IOException {
    return new HealthData(new String(bytes(in), StandardCharsets.UTF_8), bytes(in));
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }
}
