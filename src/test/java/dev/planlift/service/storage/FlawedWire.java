package dev.planlift.service.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server of this machine that loses or changes what passes. Thread-safe. */
final class FlawedWire implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 14;

  private final URI server;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Flaw up = Flaw.NONE;
  private volatile Flaw down = Flaw.NONE;

  /** What becomes of one direction of every connection after so many bytes. */
  private record Flaw(Kind kind, long afterBytes) {
    static final Flaw NONE = new Flaw(Kind.BREAKS, Long.MAX_VALUE);
  }

  private enum Kind {
    BREAKS,
    /** One byte is another one. */
    CHANGES,
    /** Nothing passes any more, and nobody is told. */
    STOPS
  }

  private FlawedWire(URI server, ServerSocket listener) {
    this.server = server;
    this.listener = listener;
    Thread.ofVirtual().start(this::listen);
  }

  static FlawedWire to(URI server) throws IOException {
    return new FlawedWire(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  void breakUploadsAfter(long bytes) {
    up = new Flaw(Kind.BREAKS, bytes);
  }

  void changeUploadsAfter(long bytes) {
    up = new Flaw(Kind.CHANGES, bytes);
  }

  void stopUploadsAfter(long bytes) {
    up = new Flaw(Kind.STOPS, bytes);
  }

  void changeDownloadsAfter(long bytes) {
    down = new Flaw(Kind.CHANGES, bytes);
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        var client = listener.accept();
        var target = new Socket(server.getHost(), server.getPort());
        sockets.add(client);
        sockets.add(target);
        Thread.ofVirtual().start(() -> pass(client, target, up));
        Thread.ofVirtual().start(() -> pass(target, client, down));
      } catch (IOException e) {
        // Closed, or one of the two is gone: the next may be well.
      }
    }
  }

  private static void pass(Socket from, Socket to, Flaw flaw) {
    try (from;
        to) {
      var buffer = new byte[BUFFER_BYTES];
      long passed = 0;
      int read;
      while ((read = from.getInputStream().read(buffer)) >= 0) {
        long flawed = flaw.afterBytes() - passed;
        if (flawed >= 0 && flawed < read) {
          switch (flaw.kind()) {
            case BREAKS -> {
              return;
            }
            case CHANGES -> buffer[(int) flawed] ^= 1;
            case STOPS -> from.getInputStream().transferTo(OutputStream.nullOutputStream());
          }
        }
        to.getOutputStream().write(buffer, 0, read);
        passed += read;
      }
    } catch (IOException e) {
      return; // one of the two is gone
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (var socket : sockets) {
      socket.close();
    }
  }
}
