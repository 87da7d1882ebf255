package dev.planlift.cli.bench.chaos;

import dev.planlift.cli.embedded.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The disk of the database, a small one of its own, is full for a while. */
final class DatabaseFull implements Proof {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final int VOLUME_MEBIBYTES = 200;
  private static final int AHEAD = 20;
  private static final int CLIENTS = 8;

  private @Nullable Volume volume;

  @Override
  public String name() {
    return "fill-database-disk";
  }

  @Override
  public String what() {
    return "the disk of the database is full for as many times 10 s as --kills says;"
        + " clients are told 503";
  }

  @Override
  public Testbed.Kind kind() {
    return Testbed.Kind.ENGINE; // a broker would lie on the full disk, too
  }

  @Override
  public Size usual() {
    return new Size(200, 3, 1);
  }

  /** The database on the volume; all that the server itself keeps, beside it. */
  @Override
  public Optional<EmbeddedSettings> settings(EmbeddedSettings usual, Rig rig) throws IOException {
    var mounted = Volume.mount(usual.data().resolveSibling("volume"), VOLUME_MEBIBYTES);
    if (mounted.isEmpty()) {
      return Optional.empty();
    }
    volume = rig.add(mounted.get());
    var outside = Files.createDirectories(usual.data());
    var data = Files.createDirectories(mounted.get().folder().resolve("data"));
    for (var folder : new String[] {"logs", "wlp"}) {
      Files.createSymbolicLink(
          data.resolve(folder), Files.createDirectories(outside.resolve(folder)));
    }
    var environment = new HashMap<>(usual.environment());
    environment.put("PLANLIFT_DATA", Files.createDirectories(outside.resolve("own")).toString());
    return Optional.of(
        new EmbeddedSettings(usual.installation(), data).withEnvironment(environment));
  }

  @Override
  public boolean run(Testbed bed, Size size, Consumer<String> out) throws Exception {
    var disk = java.util.Objects.requireNonNull(volume);
    try (var load = Load.small(bed, size.jobs(), AHEAD)) {
      load.awaitEnded(size.jobs() / 5, LIMIT);
      disk.fill();
      // Not bound by what has ended: while the disk is full, nothing does.
      try (var meanwhile = Load.small(bed, size.jobs(), CLIENTS, size.jobs())) {
        stayFull(disk, STEP.multipliedBy(size.kills()));
        out.accept(
            "full for %d s; meanwhile answered %s"
                .formatted(STEP.toSeconds() * size.kills(), meanwhile.answers()));
        boolean refused = meanwhile.wasRefused();
        disk.free();
        boolean clean = Verdict.on(load, bed, LIMIT, out);
        return Verdict.on(meanwhile, bed, LIMIT, out) && clean && (!size.timed() || refused);
      }
    }
  }

  /** What is freed meanwhile is taken, too. */
  private static void stayFull(Volume disk, Duration time) throws Exception {
    long until = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < until) {
      Thread.sleep(100);
      disk.fill();
    }
  }
}
