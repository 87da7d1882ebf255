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
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Logger;

/** A pool for each format. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class RunnerPools {
  private static final Logger LOG = Logger.getLogger(RunnerPools.class.getName());

  @Inject Settings settings;
  @Inject WorkerMetrics metrics;

  private final Map<Format, RunnerPool> pools = new EnumMap<>(Format.class);

  @PostConstruct
  void build() {
    for (var format : Format.values()) {
      pools.put(format, pool(format));
    }
  }

  RunnerPool of(Format format) {
    return java.util.Objects.requireNonNull(pools.get(format));
  }

  Limits limits(Format format) {
    return switch (format) {
      case DXF -> settings.dxf();
      case PDF -> settings.pdf();
    };
  }

  @PreDestroy
  void close() {
    pools.values().forEach(RunnerPool::close);
  }

  private RunnerPool pool(Format format) {
    var limits = limits(format);
    var launch =
        new RunnerLaunch(
            RunnerLaunch.thisJava(),
            settings.engineClassPath(),
            limits.heap().bytes(),
            settings.data().resolve("scratch").resolve("runners"),
            settings.runner().jvmArguments());
    return new RunnerPool(
        launch.within(confinement(format)),
        limits.places(),
        new RunnerPool.Health(
            settings.runner().ping(),
            settings.runner().recycleAfter(),
            limits.maxResident().bytes()),
        metrics::runnerRestarted);
  }

  private Confinement confinement(Format format) {
    var wish = Confinement.Wish.valueOf(settings.runner().limits().name());
    var limits = limits(format);
    var bounds =
        new Confinement.Bounds(
            limits.heap().bytes() + limits.nativeMemory().bytes(), settings.runner().cpus());
    var confinement = Confinement.of(wish, bounds);
    LOG.info(
        () -> "event=runner_limits file_type=%s %s".formatted(format, confinement.description()));
    return confinement;
  }
}
