package dev.planlift.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.planlift.core.options.InputFormat;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.RetryableError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RunnerProcessTest {
  /** Long enough that no test sees the end of it. */
  private static final String SLOW = "-Dplanlift.test.delay.READ=600000";

  /** For all that ask for nothing but a runner, and leave it as it was: a start takes seconds. */
  @TempDir private static Path shared;

  private static @Nullable RunnerProcess standing;

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    if (standing != null) {
      standing.close();
    }
  }

  private static RunnerProcess runner() {
    if (standing == null) {
      standing = RunnerProcess.start(launch(shared));
    }
    return standing;
  }

  @Test
  void aRunnerIsWarmAfterItsStartAndTakesOneJobAfterTheOther() throws IOException {
    var runner = runner();
    assertThat(runner.isAlive()).isTrue();
    assertThat(runner.residentBytes()).isPositive();

    int before = runner.conversions();
    for (int i = 1; i <= 3; i++) {
      assertThat(runner.convert(request(""), event -> {})).isInstanceOf(RunnerOutcome.Failed.class);
      assertThat(runner.conversions()).isEqualTo(before + i);
    }
    assertThat(runner.isAlive()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"DXF", "PDF"})
  void theDrawingToWarmUpWithBecomesAModel(InputFormat format) throws IOException {
    var drawing = folder.resolve(WarmUp.drawing(format));
    try (var in = Objects.requireNonNull(WarmUp.class.getResourceAsStream(WarmUp.drawing(format)));
        var runner = RunnerProcess.start(launch().warmFor(format))) {
      Files.copy(in, drawing);
      var request =
          new RunnerRequest("1", drawing, drawing.getFileName().toString(), Map.of(), folder);
      assertThat(runner.convert(request, event -> {}))
          .isInstanceOfSatisfying(
              RunnerOutcome.Converted.class, done -> assertThat(done.planFound()).isTrue());
    }
  }

  @Test
  void twoModelsAreComparedInAChildThatOutlivesWhatItCannotRead() throws IOException {
    var runner = runner();
    assertThat(runner.convert(house(), event -> {})).isInstanceOf(RunnerOutcome.Converted.class);
    var model = folder.resolve(RunnerRequest.MODEL);
    var nonsense = Files.writeString(folder.resolve("nonsense.glb"), "nonsense");

    assertThat(runner.compare(new ModelPair(model, model, 0.001, 0.001))).contains(List.of());
    assertThat(runner.compare(new ModelPair(model, nonsense, 0.001, 0.001)))
        .hasValueSatisfying(differences -> assertThat(differences).hasSize(1));
    assertThat(runner.compare(new ModelPair(nonsense, model, 0.001, 0.001))).isEmpty();
    assertThat(runner.isAlive()).isTrue();
  }

  @Test
  void anUnknownOptionFailsTheJobWithItsPlaceAndNotTheRunner() throws IOException {
    var request = new RunnerRequest("1", drawing(""), "a.dxf", Map.of("wallColour", "red"), folder);

    var outcome = runner().convert(request, event -> {});

    assertThat(outcome)
        .isInstanceOfSatisfying(
            RunnerOutcome.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo(ErrorCode.INVALID_OPTION);
              assertThat(failed.where().coordinates()).containsEntry("field", "options.wallColour");
              assertThat(failed.retryable()).isFalse();
            });
    assertThat(runner().isAlive()).isTrue();
  }

  @Test
  void aKilledRunnerDiesWithItsExitCodeAndItsFolderGoes() throws Exception {
    var runner = RunnerProcess.start(launch());
    stopScheduling(runner);
    var outcome =
        CompletableFuture.supplyAsync(() -> convertQuietly(runner)).orTimeout(60, TimeUnit.SECONDS);

    runner.kill();

    assertThat(outcome.get())
        .isInstanceOfSatisfying(
            RunnerOutcome.Died.class, died -> assertThat(died.exitCode()).isEqualTo(128 + 9));
    runner.close();
    assertThat(temporaryFolders()).isEmpty();
  }

  @Test
  void aRunnerThatAnswersIsHealthyAndOneThatIsFrozenIsKilled() throws Exception {
    try (var runner = RunnerProcess.start(launch())) {
      assertThat(runner.isHealthy(Duration.ofMinutes(1))).isTrue();
      assertThat(runner.isHealthy(Duration.ofMinutes(1))).isTrue();
      stopScheduling(runner);

      assertThat(runner.isHealthy(Duration.ofMillis(50))).isFalse();

      assertThat(runner.convert(request(""), event -> {})).isInstanceOf(RunnerOutcome.Died.class);
    }
  }

  @Test
  void aRunnerThatConvertsIsNotAskedHowItIs() {
    var runner = runner();
    var outcome =
        runner.convert(
            house(),
            event ->
                assertThatThrownBy(() -> runner.isHealthy(Duration.ofMinutes(1)))
                    .isInstanceOf(IllegalStateException.class));

    assertThat(outcome).isInstanceOf(RunnerOutcome.Converted.class);
  }

  @Test
  void aNativeCrashEndsTheRunnerAloneAndSaysWhatItWas() throws IOException {
    try (var runner = RunnerProcess.start(launch("-Dplanlift.test.faults=true"))) {
      assertThat(runner.convert(named("fault-crash.dxf"), event -> {}))
          .isInstanceOfSatisfying(
              RunnerOutcome.Died.class,
              died -> {
                assertThat(died.stderrTail()).contains("SIGSEGV");
                assertThat(died.code()).isEqualTo(ErrorCode.RUNNER_DIED);
              });
    }
  }

  @Test
  void aNameAloneHarmsNoRunner() throws IOException {
    for (var name : List.of("fault-memory", "fault-exit", "fault-loop", "fault-crash")) {
      assertThat(runner().convert(named(name + ".dxf"), event -> {}))
          .isInstanceOf(RunnerOutcome.Converted.class);
    }
  }

  @Test
  void whatARunnerTakesFromTheMachineIsBoundedFromOutside() throws IOException {
    var bounds = new Confinement.Bounds(900L << 20, 1);
    var confined = launch("-Dplanlift.test.faults=true", "-Xmx4g");
    var limits = Confinement.of(Confinement.Wish.PROCESS, bounds);
    assumeThat(limits.description()).contains("data=", "oom_score_adj=");
    try (var runner = RunnerProcess.start(confined.within(limits))) {
      var process = Path.of("/proc", Long.toString(runner.pid()));
      assertThat(process.resolve("oom_score_adj")).content().isEqualToIgnoringNewLines("500");
      assertThat(Files.readAllLines(process.resolve("limits")))
          .anyMatch(line -> line.matches("Max data size +" + bounds.memoryBytes() + " .*"));

      // Far below what its heap may grow to.
      assertThat(runner.convert(named("fault-memory.dxf"), event -> {}))
          .isInstanceOf(RunnerOutcome.Died.class);
    }
  }

  @Test
  void aClosedRunnerEndsItselfAndItsFolderGoes() throws IOException {
    var runner = RunnerProcess.start(launch());
    assertThat(temporaryFolders()).hasSize(1);

    runner.close();

    assertThat(runner.convert(request(""), event -> {}))
        .isInstanceOfSatisfying(
            RunnerOutcome.Died.class, died -> assertThat(died.exitCode()).isZero());
    assertThat(temporaryFolders()).isEmpty();
  }

  @Test
  void aProcessThatSpeaksNoFramesIsKilledAndSaysWhy() throws IOException {
    var notJava = script("echo hello; echo 'no luck today' >&2; sleep 600");
    var launch = new RunnerLaunch(notJava, "none", 64 << 20, folder.resolve("tmp"));

    assertThatThrownBy(() -> RunnerProcess.start(launch))
        .isInstanceOfSatisfying(
            RetryableError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RUNNER_DIED))
        .hasMessageContaining("no luck today");
  }

  @Test
  void aRunnerSeesNothingOfTheParentsEnvironment() throws IOException {
    var seen = folder.resolve("environment");
    var notJava = script("env > " + seen);

    var launch = new RunnerLaunch(notJava, "none", 64 << 20, folder.resolve("tmp"));

    assertThatThrownBy(() -> RunnerProcess.start(launch)).isInstanceOf(RetryableError.class);
    assertThat(Files.readAllLines(seen))
        .contains("LC_ALL=C.UTF-8")
        .allMatch(line -> line.matches("(LC_ALL|PWD|SHLVL|OLDPWD|_)=.*"));
  }

  @Test
  void theFolderOfAParentThatDiedIsSweptAtTheNextStart() throws IOException {
    var orphan = Files.createDirectories(folder.resolve("tmp/runner-999999999-1"));
    Files.writeString(orphan.resolve("left.tmp"), "left");

    RunnerProcess.start(launch()).close();

    assertThat(temporaryFolders()).isEmpty();
  }

  @Test
  void stagesAreToldInOrderAndTheResultsAreThere() {
    var told = new ArrayList<RunnerEvent>();
    var outcome = runner().convert(house(), told::add);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            RunnerOutcome.Converted.class,
            converted -> {
              assertThat(converted.walls()).isPositive();
              assertThat(folder.resolve(RunnerRequest.MODEL)).hasSize(converted.glbBytes());
            });
    assertThat(folder.resolve(RunnerRequest.REPORT)).isNotEmptyFile();
    assertThat(folder.resolve(RunnerRequest.PREVIEW)).isNotEmptyFile();
    assertThat(names(told, RunnerEvent.StageStarted.class))
        .isEqualTo(names(told, RunnerEvent.StageFinished.class))
        .containsExactly("VALIDATE", "READ", "RECONSTRUCT", "SOLIDIFY", "EXPORT");
  }

  @Test
  void aConversionThatIsAskedToStopEndsWithThatCodeAndTheRunnerLives() {
    try (var runner = RunnerProcess.start(launch(SLOW))) {
      var outcome = runner.convert(house(), event -> runner.askToStop(ErrorCode.TIMEOUT_ERROR));

      assertThat(outcome)
          .isInstanceOfSatisfying(
              RunnerOutcome.Failed.class,
              failed -> assertThat(failed.code()).isEqualTo(ErrorCode.TIMEOUT_ERROR));
      assertThat(runner.isAlive()).isTrue();
    }
    assertThat(folder.resolve(RunnerRequest.MODEL)).doesNotExist();
  }

  @Test
  void aRunnerWhoseParentIsGoneEndsItselfInTheMiddleOfAConversion() throws Exception {
    var child = RunnerCommand.of(launch(SLOW), Files.createDirectories(folder.resolve("own")));
    var process = child.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var frames = new FrameInput(process.getInputStream());
    assertThat(frames.read()).contains(new Frame.Ready());
    new FrameOutput(process.getOutputStream()).write(new Frame.Convert(house()));
    var reading = new Frame.Happened(new RunnerEvent.StageStarted("READ"));
    while (!frames.read().orElseThrow().equals(reading)) {}

    process.getOutputStream().close();

    assertThat(process.waitFor()).isZero();
  }

  @Test
  void aDrawingThatNeedsMoreMemoryThanThereIsFailsAsThat() throws IOException {
    try (var runner = RunnerProcess.start(launch())) {
      var outcome = runner.convert(request(aMillionLines()), event -> {});

      assertThat(outcome)
          .isInstanceOfSatisfying(
              RunnerOutcome.Died.class,
              died -> assertThat(died.code()).isEqualTo(ErrorCode.OUT_OF_MEMORY));
      assertThat(runner.isAlive()).isFalse();
    }
  }

  @Test
  void anEventThatCannotBeTakenEndsTheRunnerAndIsThrownOn() {
    try (var runner = RunnerProcess.start(launch())) {
      assertThatThrownBy(
              () ->
                  runner.convert(
                      house(),
                      event -> {
                        throw new IllegalStateException("no room");
                      }))
          .hasMessage("no room");

      assertThat(runner.convert(house(), event -> {})).isInstanceOf(RunnerOutcome.Died.class);
    }
  }

  private static List<String> names(List<RunnerEvent> told, Class<? extends RunnerEvent> kind) {
    return told.stream().filter(kind::isInstance).map(RunnerEvent::stage).toList();
  }

  /** 30 bytes a line in the file, and many times that in memory. */
  private static String aMillionLines() {
    var drawing = new StringBuilder("  0\nSECTION\n  2\nENTITIES\n");
    for (int i = 0; i < 1_000_000; i++) {
      drawing.append("  0\nLINE\n  8\n0\n 10\n").append(i).append("\n 11\n").append(i + 2);
      drawing.append("\n 21\n3\n");
    }
    return drawing.append("  0\nENDSEC\n  0\nEOF\n").toString();
  }

  private RunnerRequest house() {
    return named("house.dxf");
  }

  private RunnerRequest named(String name) {
    var drawing = Path.of("samples/house.dxf").toAbsolutePath();
    return new RunnerRequest("1", drawing, name, Map.of(), folder);
  }

  private RunnerOutcome convertQuietly(RunnerProcess runner) {
    try {
      return runner.convert(request(""), event -> {});
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stopScheduling(RunnerProcess runner) throws Exception {
    var stop = new ProcessBuilder("kill", "-STOP", Long.toString(runner.pid())).start();
    assertThat(stop.waitFor()).isZero();
    var state = Path.of("/proc", Long.toString(runner.pid()), "stat");
    while (!Files.readString(state).contains(") T ")) {
      Thread.onSpinWait();
    }
  }

  private Path script(String commands) throws IOException {
    var file = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + commands + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private RunnerLaunch launch(String... jvmArguments) {
    return launch(folder, jvmArguments);
  }

  private static RunnerLaunch launch(Path folder, String... jvmArguments) {
    return new RunnerLaunch(
        RunnerLaunch.thisJava(),
        classPath(),
        256 << 20,
        folder.resolve("tmp"),
        List.of(jvmArguments));
  }

  private RunnerRequest request(String content) throws IOException {
    return new RunnerRequest("1", drawing(content), "a.dxf", Map.of(), folder);
  }

  private Path drawing(String content) throws IOException {
    return Files.writeString(folder.resolve("a.dxf"), content);
  }

  private List<Path> temporaryFolders() throws IOException {
    try (var paths = Files.list(folder.resolve("tmp"))) {
      return paths.toList();
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
