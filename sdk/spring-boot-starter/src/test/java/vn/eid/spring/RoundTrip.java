package vn.eid.spring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** What a session store does to an attribute. */
final class RoundTrip {
  private RoundTrip() {}

  static Object of(Object attribute) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(attribute)))) {
      return in.readObject();
    }
  }

  static byte[] bytes(Object attribute) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(attribute);
    }
    return bytes.toByteArray();
  }
}
