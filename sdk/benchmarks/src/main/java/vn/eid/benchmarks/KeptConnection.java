package vn.eid.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A connection to a server on this machine, kept for request after request, and opened again where
 * the server ends it. It does what HTTP/1.1 needs and no more, so that the servers are what is
 * measured: a client of HTTP would cost as much as they.
 */
public final class KeptConnection implements AutoCloseable {
  private final int port;
  private Socket socket;
  private InputStream in;

  /** An answer; header names are in lower case. */
  public record Answer(int status, Map<String, String> headers, String body) {}

  public KeptConnection(URI server) throws IOException {
    port = server.getPort();
    socket = open(port);
    in = buffered(socket);
  }

  public Answer send(byte[] request) throws IOException {
    if (socket.isClosed()) {
      socket = open(port);
      in = buffered(socket);
    }
    socket.getOutputStream().write(request);
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    Map<String, String> headers = headers();
    String body = new String(body(headers), StandardCharsets.UTF_8);
    if (isLast(headers)) {
      close();
    }
    return new Answer(status, headers, body);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static Socket open(int port) throws IOException {
    Socket opened = new Socket(InetAddress.getLoopbackAddress(), port);
    opened.setTcpNoDelay(true);
    return opened;
  }

  private static InputStream buffered(Socket opened) throws IOException {
    return new BufferedInputStream(opened.getInputStream(), 16 * 1024);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] parts = line.split(":", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
    }
    return headers;
  }

  private static boolean isLast(Map<String, String> headers) {
    return headers.getOrDefault("connection", "").equals("close");
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
      return chunks();
    }
    if (isLast(headers) && !headers.containsKey("content-length")) {
      return in.readAllBytes();
    }
    return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
  }

  private byte[] chunks() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int size = size(); size > 0; size = size()) {
      text.append(new String(in.readNBytes(size), StandardCharsets.ISO_8859_1));
      line();
    }
    line();
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private int size() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The server ended the connection.");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
