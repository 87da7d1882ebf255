package dev.planlift.service.worker;

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

/** A pool for each format. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class RunnerPools {
  @Inject Settings settings;
  @Inject WorkerMetrics metrics;

  private final Map<Format, RunnerPool> pools = new EnumMap<>(Format.class);

  @PostConstruct
  void build() {
    for (var format : Format.values()) {
      pools.put(format, pool(limits(format)));
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

  private RunnerPool pool(Limits limits) {
    var launch =
        new RunnerLaunch(
            RunnerLaunch.thisJava(),
            classPath(),
            limits.heap().bytes(),
            settings.data().resolve("scratch").resolve("runners"),
            settings.runner().jvmArguments());
    return new RunnerPool(
        launch,
        limits.places(),
        settings.runner().recycleAfter(),
        limits.maxResident().bytes(),
        metrics::runnerRestarted);
  }

  private String classPath() {
    var configured = settings.runner().classPath();
    return configured.isEmpty()
        ? settings.home().resolve("target").resolve("planlift-cli.jar").toString()
        : configured;
  }
}
