package dev.planlift.cli.bench.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port of 127.0.0.1 that leads to another one, as long as one lets it: it can be cut, fall
 * silent, be slow, or break off after so many bytes. Thread-safe.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 14;

  private final int target;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Manner manner = Manner.WELL;

  /**
   * How bytes pass.
   *
   * @param passes false: every connection is closed at once
   * @param silent bytes wait until it is over
   * @param delay of every piece that is passed on
   * @param breakAfter bytes from the client after which its connection breaks
   */
  private record Manner(boolean passes, boolean silent, Duration delay, long breakAfter) {
    static final Manner WELL = new Manner(true, false, Duration.ZERO, Long.MAX_VALUE);
  }

  private TcpProxy(int target, ServerSocket listener) {
    this.target = target;
    this.listener = listener;
    Thread.ofVirtual().name("planlift-proxy").start(this::listen);
  }

  /** Before a port of 127.0.0.1; on a free port of its own. */
  public static TcpProxy before(int target) throws IOException {
    return new TcpProxy(target, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Breaks all connections, and closes every new one at once. */
  public void cut() {
    become(new Manner(false, false, Duration.ZERO, Long.MAX_VALUE));
    breakAll();
  }

  /**
   * Keeps all connections and takes new ones, but lets nothing through, either way, until it is
   * restored: as where packets are dropped and sent again.
   */
  public void fallSilent() {
    become(new Manner(true, true, Duration.ZERO, Long.MAX_VALUE));
  }

  /** Passes every piece on after a while. */
  public void slowDown(Duration delay) {
    become(new Manner(true, false, delay, Long.MAX_VALUE));
  }

  /** Breaks a connection when a client has sent so many bytes over it. */
  public void breakAfter(long bytes) {
    become(new Manner(true, false, Duration.ZERO, bytes));
  }

  /** Lets everything through again. */
  public void restore() {
    become(Manner.WELL);
  }

  private synchronized void become(Manner next) {
    manner = next;
    notifyAll();
  }

  private synchronized void awaitSound() throws InterruptedException {
    while (manner.silent()) {
      wait();
    }
  }

  private void listen() {
    while (!listener.isClosed()) {
      accept();
    }
  }

  private void accept() {
    try {
      var client = listener.accept();
      if (manner.passes()) {
        connect(client);
      } else {
        client.close();
      }
    } catch (IOException e) {
      return; // closed; or a client that was gone at once
    }
  }

  private void connect(Socket client) {
    var server = new Socket();
    try {
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      sockets.add(client);
      sockets.add(server);
      var open = new AtomicInteger(2);
      Thread.ofVirtual().start(() -> pass(client, server, true, open));
      Thread.ofVirtual().start(() -> pass(server, client, false, open));
    } catch (IOException e) {
      reset(client);
      reset(server);
    }
  }

  /** One direction; the one that ends last closes both. */
  private void pass(Socket from, Socket to, boolean fromClient, AtomicInteger open) {
    boolean orderly = false;
    try {
      orderly = pump(from, to, fromClient);
      to.shutdownOutput();
    } catch (IOException e) {
      orderly = false; // one of the two is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!orderly) {
      reset(from);
      reset(to);
    } else if (open.decrementAndGet() == 0) {
      close(from);
      close(to);
    }
  }

  /** Whether it went on to the end of what was sent. */
  private boolean pump(Socket from, Socket to, boolean fromClient)
      throws IOException, InterruptedException {
    var buffer = new byte[BUFFER_BYTES];
    long passed = 0;
    int read;
    while ((read = from.getInputStream().read(buffer)) >= 0) {
      var now = manner;
      passed += read;
      if (fromClient && passed > now.breakAfter()) {
        return false;
      }
      if (!now.delay().isZero()) {
        Thread.sleep(now.delay());
      }
      awaitSound();
      to.getOutputStream().write(buffer, 0, read);
    }
    return true;
  }

  private void breakAll() {
    sockets.forEach(this::reset);
  }

  /** Nobody takes it for an orderly end. */
  private void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      return; // closed already
    } finally {
      close(socket);
    }
  }

  private void close(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      return; // gone already
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    breakAll();
  }
}
