package vn.eid.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A network between a client and a server, which can let everything vanish. */
final class Wire implements AutoCloseable {
  private final ServerSocket door;
  private final int server;
  private volatile boolean silent;

  private Wire(ServerSocket door, int server) {
    this.door = door;
    this.server = server;
  }

  static Wire to(int server) throws IOException {
    Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
    start(wire::accept);
    return wire;
  }

  int port() {
    return door.getLocalPort();
  }

  void fallSilent() {
    silent = true;
  }

  void speakAgain() {
    silent = false;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = door.accept();
      Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
      start(() -> carry(client, behind));
      start(() -> carry(behind, client));
    }
  }

  /** What vanishes once is not carried later. */
  private void carry(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8192];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (!silent) {
          out.write(bytes, 0, read);
        }
      }
    }
  }

  private static void start(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // One end is closed, so the other is.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private interface Task {
    void run() throws IOException;
  }
}
