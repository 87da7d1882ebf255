package dev.planlift.cli.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: asks first, kills those that do not listen in time. */
final class Ending {
  private Ending() {}

  /** By SIGTERM. */
  static void terminate(ProcessHandle process, Duration patience) {
    process.destroy();
    killUnlessGone(process, patience);
  }

  /** By SIGINT, which the JDK cannot send itself. */
  static void interrupt(ProcessHandle process, Duration patience) {
    try {
      new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    killUnlessGone(process, patience);
  }

  private static void killUnlessGone(ProcessHandle process, Duration patience) {
    if (!gone(process, patience)) {
      process.destroyForcibly();
      gone(process, patience);
    }
  }

  private static boolean gone(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Waiting for a process never fails", e);
    }
  }
}
