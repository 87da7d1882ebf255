package dev.planlift.service.worker;

import dev.planlift.runner.Confinement;
import dev.planlift.runner.RunnerLaunch;
import dev.planlift.service.config.Settings;
import dev.planlift.service.config.Settings.Limits;
import dev.planlift.service.job.Format;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Logger;

/** The children of each format, those of the standard engine and those of its candidate. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class RunnerPools {
  private static final Logger LOG = Logger.getLogger(RunnerPools.class.getName());

  @Inject Settings settings;
  @Inject WorkerMetrics metrics;

  private final Map<Lane, Map<Format, RunnerPool>> pools = new EnumMap<>(Lane.class);

  /** What children are there for. Only the first ones' places bound how many jobs run at a time. */
  enum Lane {
    STANDARD,
    /** A format's candidate in place of the standard engine. */
    CANDIDATE,
    /** A format's candidate beside the standard engine; behind everybody. */
    SHADOW,
    /** The standard engine's eye for what differs; behind everybody. */
    COMPARISON
  }

  @PostConstruct
  void build() {
    for (var lane : Lane.values()) {
      var ofLane = new EnumMap<Format, RunnerPool>(Format.class);
      for (var format : Format.values()) {
        ofLane.put(format, pool(lane, format));
      }
      pools.put(lane, ofLane);
    }
  }

  RunnerPool of(Format format) {
    return of(Lane.STANDARD, format);
  }

  RunnerPool of(Lane lane, Format format) {
    return Objects.requireNonNull(Objects.requireNonNull(pools.get(lane)).get(format));
  }

  Limits limits(Format format) {
    return switch (format) {
      case DXF -> settings.dxf();
      case PDF -> settings.pdf();
    };
  }

  @PreDestroy
  void close() {
    pools.values().forEach(lane -> lane.values().forEach(RunnerPool::close));
  }

  private RunnerPool pool(Lane lane, Format format) {
    var limits = limits(format);
    var launch =
        new RunnerLaunch(
            RunnerLaunch.thisJava(),
            classPath(lane, format),
            limits.heap().bytes(),
            settings.data().resolve("scratch").resolve("runners"),
            jvmArguments(lane, format));
    return new RunnerPool(
        launch.within(confinement(lane, format)),
        limits.places(),
        new RunnerPool.Health(
            settings.runner().ping(),
            settings.runner().recycleAfter(),
            limits.maxResident().bytes()),
        reason -> metrics.runnerRestarted(isShadow(lane) ? "shadow_" + reason : reason));
  }

  private static boolean isShadow(Lane lane) {
    return lane == Lane.SHADOW || lane == Lane.COMPARISON;
  }

  private String classPath(Lane lane, Format format) {
    var own = format.candidate(settings.engine()).classPath();
    return switch (lane) {
      case STANDARD, COMPARISON -> settings.engineClassPath();
      case CANDIDATE, SHADOW -> own.isEmpty() ? settings.engineClassPath() : own;
    };
  }

  private List<String> jvmArguments(Lane lane, Format format) {
    var all = new ArrayList<>(settings.runner().jvmArguments());
    switch (lane) {
      case STANDARD, COMPARISON -> {}
      case CANDIDATE, SHADOW -> all.addAll(format.candidate(settings.engine()).jvmArguments());
    }
    return all;
  }

  private Confinement confinement(Lane lane, Format format) {
    var wish = Confinement.Wish.valueOf(settings.runner().limits().name());
    var limits = limits(format);
    var bounds =
        new Confinement.Bounds(
            limits.heap().bytes() + limits.nativeMemory().bytes(),
            settings.runner().cpus(),
            isShadow(lane));
    var confinement = Confinement.of(wish, bounds);
    if (lane == Lane.STANDARD) {
      LOG.info(
          () -> "event=runner_limits file_type=%s %s".formatted(format, confinement.description()));
    }
    return confinement;
  }
}
