package dev.planlift.cli.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback address. */
public final class Ports {
  private Ports() {}

  /** A port that nobody listens on at this moment. */
  public static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Whether a server could listen on it now. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true); // as servers do: what a dead one left is no obstacle
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The port itself; for 0 a free one.
   *
   * @throws LaunchException temporary, where somebody listens on it
   */
  static int claim(int port) throws IOException, LaunchException {
    if (port == 0) {
      return free();
    }
    if (!isFree(port)) {
      throw LaunchException.inTheWay(
          "Port %d is taken: free it, or choose another one (--port, --https-port)."
              .formatted(port));
    }
    return port;
  }
}
