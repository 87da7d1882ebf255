package dev.planlift.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.planlift.cli.bench.chaos.RadosGateway;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.RetryableError;
import dev.planlift.service.config.ByteSize;
import dev.planlift.service.config.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** The storage on a real S3 server that is refused, cut and killed. */
class S3StoreIT {
  private static final int PART = 5 << 20;
  private static final String BUCKET = "drawings";

  private static @Nullable RadosGateway running;

  @TempDir static Path serverFolder;
  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    assumeThat(RadosGateway.isInstalled())
        .as("The S3 server is missing: apt-get install radosgw ceph-mon ceph-osd")
        .isTrue();
    running = RadosGateway.start(serverFolder);
    try (var s3 = S3Clients.of(settings(RadosGateway.SECRET_KEY))) {
      s3.createBucket(request -> request.bucket(BUCKET));
    }
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  @Test
  void whatIsStoredIsFetchedAgainBitForBit() throws IOException {
    try (var store = store()) {
      for (int size : new int[] {0, 1, PART - 1, PART, PART + 1, 3 * PART + 17}) {
        var bytes = bytes(size);
        var key = "jobs/size-" + size + "/input";
        var stored = store.put(key, new ByteArrayInputStream(bytes), size);
        assertThat(stored.sizeBytes()).isEqualTo(size);
        assertThat(store.find(key)).contains(stored);
        assertThat(Files.readAllBytes(store.fetch(key, folder))).isEqualTo(bytes);
      }
    }
  }

  @Test
  void aRangeIsReadAsItWasAskedFor() throws IOException {
    var bytes = bytes(PART + 1000);
    try (var store = store()) {
      store.put("jobs/range/input", new ByteArrayInputStream(bytes), bytes.length);
      try (var range = store.open("jobs/range/input", PART - 10, 20)) {
        assertThat(range.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, PART - 10, PART + 10));
      }
      try (var rest = store.open("jobs/range/input", PART, Long.MAX_VALUE)) {
        assertThat(rest.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, PART, bytes.length));
      }
    }
  }

  @Test
  void aFileThatIsTooLargeIsRefusedAndLeavesNothing() {
    try (var store = store()) {
      assertThatThrownBy(
              () ->
                  store.put(
                      "jobs/large/input", new ByteArrayInputStream(bytes(PART + 2)), PART + 1))
          .isInstanceOfSatisfying(
              PermanentError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_TOO_LARGE));
      assertThat(store.find("jobs/large/input")).isEmpty();
    }
    assertThatNoUploadIsOpen();
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() {
    var broken =
        new InputStream() {
          private int left = PART + 100;

          @Override
          public int read() throws IOException {
            return read(new byte[1], 0, 1) == 1 ? 7 : -1;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
              throw new IOException("the client went away");
            }
            int count = Math.min(left, length);
            left -= count;
            return count;
          }
        };
    try (var store = store()) {
      assertThatThrownBy(() -> store.put("jobs/broken/input", broken, Long.MAX_VALUE))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(store.find("jobs/broken/input")).isEmpty();
    }
    assertThatNoUploadIsOpen();
  }

  @Test
  void deletingAFolderDeletesAllBelowItAndNothingBeside() {
    try (var store = store()) {
      for (var key : new String[] {"jobs/a/model", "jobs/a/report", "jobs/ab/model"}) {
        store.put(key, new ByteArrayInputStream(bytes(10)), 10);
      }
      store.delete("jobs/a");
      store.delete("jobs/never-was");
      assertThat(store.find("jobs/a/model")).isEmpty();
      assertThat(store.find("jobs/a/report")).isEmpty();
      assertThat(store.find("jobs/ab/model")).isPresent();
    }
  }

  @Test
  void aFileIsNeverOverwrittenWhereItMustNotBe() throws IOException {
    for (int size : new int[] {10, 2 * PART + 10}) {
      var key = "jobs/once/size-" + size;
      var first = bytes(size);
      var other = first.clone();
      other[size - 1]++;
      try (var store = store()) {
        var stored = store.create(key, new ByteArrayInputStream(first), size);
        assertThat(store.create(key, new ByteArrayInputStream(first), size))
            .as("the same bytes once more, as after an answer that was lost")
            .isEqualTo(stored);
        assertThatThrownBy(() -> store.create(key, new ByteArrayInputStream(other), size))
            .isInstanceOfSatisfying(
                RetryableError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_ERROR));
        assertThat(Files.readAllBytes(store.fetch(key, folder))).isEqualTo(first);
      }
    }
    assertThatNoUploadIsOpen();
  }

  @Test
  void ofManyWhoStoreUnderOneKeyAtOnceOneDoes() throws Exception {
    try (var store = store();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        try {
                          store.create(
                              "jobs/race/model", new ByteArrayInputStream(bytes(i + 1)), 9);
                          return true;
                        } catch (RetryableError e) {
                          return false;
                        }
                      })
              .toList();
      var stored = new ArrayList<Boolean>();
      for (var attempt : threads.invokeAll(tries)) {
        stored.add(attempt.get());
      }
      assertThat(stored).containsOnlyOnce(true);
    }
  }

  @Test
  void aFolderIsWalkedThroughAndNothingBesideIt() {
    try (var store = store()) {
      for (var key : new String[] {"walk/a/one", "walk/a/two", "walk/three", "walked/four"}) {
        store.put(key, new ByteArrayInputStream(bytes(7)), 7);
      }
      var found = new ArrayList<Artifact>();
      store.visit("walk", found::add);
      assertThat(found)
          .extracting(Artifact::key)
          .containsExactlyInAnyOrder("walk/a/one", "walk/a/two", "walk/three");
      assertThat(found)
          .allMatch(
              file ->
                  store.find(file.key()).orElseThrow().etag().equals(file.etag())
                      && file.sizeBytes() == 7);
    }
  }

  @Test
  void anUploadThatNobodyEndedIsTakenBackWhenItIsOldEnough() {
    try (var store = store();
        var s3 = S3Clients.of(settings(RadosGateway.SECRET_KEY))) {
      s3.createMultipartUpload(request -> request.bucket(BUCKET).key("here/jobs/left/input"));
      assertThat(store.removeUnfinished(Instant.now().minus(Duration.ofHours(1)))).isZero();
      assertThat(store.removeUnfinished(Instant.now().plus(Duration.ofHours(1)))).isEqualTo(1);
    }
    assertThatNoUploadIsOpen();
  }

  @Test
  void aSignedAddressNeedsNoFurtherRightAndKnowsRanges() throws Exception {
    try (var store = store();
        var client = HttpClient.newHttpClient()) {
      store.put("jobs/signed/model.glb", new ByteArrayInputStream(bytes(100)), 100);
      var address =
          store.address("jobs/signed/model.glb", "model/gltf-binary", Duration.ofMinutes(1));
      var request =
          HttpRequest.newBuilder(address.orElseThrow()).header("Range", "bytes=10-19").build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(206);
      assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(bytes(100), 10, 20));
      assertThat(answer.headers().firstValue("Content-Type")).contains("model/gltf-binary");
      var forged = URI.create(address.get().toString().replace("model.glb", "other.glb"));
      assertThat(
              client
                  .send(
                      HttpRequest.newBuilder(forged).build(),
                      HttpResponse.BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(403);
    }
  }

  /** The host's name is not asked for: the address goes to the server, with that name in it. */
  @Test
  void theBucketMayStandInTheHostsName() throws IOException {
    var port = server().endpoint().getPort();
    try (var store = store();
        var virtual =
            S3Store.open(settings(RadosGateway.SECRET_KEY, false, "http://localhost:" + port))) {
      store.put("jobs/virtual/model", new ByteArrayInputStream(bytes(100)), 100);
      var address = virtual.address("jobs/virtual/model", "text/plain", Duration.ofMinutes(1));
      assertThat(address.orElseThrow())
          .hasHost(BUCKET + ".localhost")
          .hasPath("/here/jobs/virtual/model");
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket
            .getOutputStream()
            .write(
                "GET %s?%s HTTP/1.0\r\nHost: %s\r\n\r\n"
                    .formatted(
                        address.get().getRawPath(),
                        address.get().getRawQuery(),
                        address.get().getAuthority())
                    .getBytes(StandardCharsets.US_ASCII));
        var answer = socket.getInputStream().readAllBytes();
        assertThat(new String(answer, StandardCharsets.ISO_8859_1))
            .startsWith("HTTP/1.")
            .contains(" 200 ");
        assertThat(Arrays.copyOfRange(answer, answer.length - 100, answer.length))
            .isEqualTo(bytes(100));
      }
    }
  }

  @Test
  void whatIsNotThereIsSaidToBeMissing() {
    try (var store = store()) {
      assertThat(store.find("jobs/none/input")).isEmpty();
      assertThatThrownBy(() -> store.fetch("jobs/none/input", folder))
          .isInstanceOf(PermanentError.class);
      assertThatThrownBy(() -> store.open("jobs/none/input", 0, 1))
          .isInstanceOf(PermanentError.class);
    }
  }

  @Test
  void aWrongSecretIsAStorageError() {
    try (var store = S3Store.open(settings("wrong"))) {
      assertThatThrownBy(() -> store.put("jobs/x/input", InputStream.nullInputStream(), 1))
          .isInstanceOfSatisfying(
              RetryableError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_ERROR));
    }
  }

  @Test
  void aServerThatDiesIsAStorageErrorAndKeepsWhatItHad() throws IOException {
    try (var store = store()) {
      store.put("jobs/kept/input", new ByteArrayInputStream(bytes(PART + 1)), PART + 1);
      server().kill();
      assertThatThrownBy(() -> store.put("jobs/lost/input", new ByteArrayInputStream(bytes(9)), 9))
          .isInstanceOfSatisfying(
              RetryableError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_ERROR));
      server().startAgain();
      assertThat(Files.readAllBytes(store.fetch("jobs/kept/input", folder)))
          .isEqualTo(bytes(PART + 1));
      assertThat(store.find("jobs/lost/input")).isEmpty();
    }
  }

  @Test
  void anUploadThatIsCutInTheMiddleLeavesNothing() throws IOException {
    for (int size : new int[] {PART - 1, 2 * PART}) {
      try (var wire = FlawedWire.to(server().endpoint());
          var store = store(wire)) {
        wire.breakUploadsAfter(PART / 2);
        refuses(store, "jobs/cut/input", size);
      }
    }
    assertThatNoUploadIsOpen();
  }

  @Test
  void bytesThatChangeOnTheWayToTheServerAreNotStored() throws IOException {
    for (int size : new int[] {PART - 1, 2 * PART}) {
      try (var wire = FlawedWire.to(server().endpoint());
          var store = store(wire)) {
        wire.changeUploadsAfter(PART / 2);
        refuses(store, "jobs/changed/input", size);
      }
    }
    assertThatNoUploadIsOpen();
  }

  @Test
  void bytesThatChangeOnTheWayFromTheServerAreNotHandedOn() throws IOException {
    try (var sound = store()) {
      sound.put("jobs/good/input", new ByteArrayInputStream(bytes(PART + 9)), PART + 9);
    }
    try (var wire = FlawedWire.to(server().endpoint());
        var store = store(wire)) {
      wire.changeDownloadsAfter(PART / 2);
      assertThatThrownBy(() -> store.fetch("jobs/good/input", folder))
          .isInstanceOfSatisfying(
              RetryableError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_ERROR));
    }
  }

  @Test
  void aServerThatSaysNothingMoreIsGivenUpInTime() throws IOException {
    try (var wire = FlawedWire.to(server().endpoint());
        var store = S3Store.open(settings(wire.endpoint(), Duration.ofSeconds(1)))) {
      wire.stopUploadsAfter(PART / 2);
      refuses(store, "jobs/silent/input", PART - 1);
    }
  }

  @Test
  void aServerWhoseDiskIsFullIsAStorageErrorUntilThereIsRoom() throws IOException {
    try (var store = store()) {
      server().limitRoom(1);
      try {
        refuses(store, "jobs/full/input", 1000);
        refuses(store, "jobs/full/input", 2 * PART);
      } finally {
        server().unlimitRoom();
      }
      store.create("jobs/full/input", new ByteArrayInputStream(bytes(1000)), 1000);
    }
    assertThatNoUploadIsOpen();
  }

  private static void refuses(S3Store store, String key, int size) {
    assertThatThrownBy(() -> store.create(key, new ByteArrayInputStream(bytes(size)), size))
        .isInstanceOfSatisfying(
            RetryableError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_ERROR));
    try (var sound = store()) {
      assertThat(sound.find(key)).as("nothing of it is to be seen").isEmpty();
    }
  }

  private static S3Store store(FlawedWire wire) {
    return S3Store.open(settings(wire.endpoint(), Duration.ofSeconds(20)));
  }

  @Test
  void bytesThatChangedOnTheWayAreNotTaken() throws IOException {
    var digest = new PartDigest(PART);
    var bytes = "abc".getBytes(StandardCharsets.US_ASCII);
    digest.add(bytes, bytes.length);
    assertThatThrownBy(() -> digest.compare("900150983cd24fb0d6963f7d28e17f73"))
        .isInstanceOf(IOException.class);
  }

  private static RadosGateway server() {
    return Objects.requireNonNull(running);
  }

  private static S3Store store() {
    return S3Store.open(settings(RadosGateway.SECRET_KEY));
  }

  private static void assertThatNoUploadIsOpen() {
    try (S3Client s3 = S3Clients.of(settings(RadosGateway.SECRET_KEY))) {
      assertThat(s3.listMultipartUploads(request -> request.bucket(BUCKET)).uploads()).isEmpty();
    }
  }

  private static Settings.S3 settings(String secret) {
    return settings(server().endpoint(), secret, true, "", Duration.ofSeconds(20));
  }

  private static Settings.S3 settings(URI endpoint, Duration timeout) {
    return settings(endpoint, RadosGateway.SECRET_KEY, true, "", timeout);
  }

  private static Settings.S3 settings(String secret, boolean pathStyle, String publicEndpoint) {
    return settings(server().endpoint(), secret, pathStyle, publicEndpoint, Duration.ofSeconds(20));
  }

  private static Settings.S3 settings(
      URI endpoint, String secret, boolean pathStyle, String publicEndpoint, Duration timeout) {
    return new Settings.S3(
        endpoint.toString(),
        "us-east-1",
        BUCKET,
        "here/",
        RadosGateway.ACCESS_KEY,
        secret,
        pathStyle,
        false,
        new ByteSize(PART),
        2,
        timeout,
        true,
        publicEndpoint,
        true,
        Duration.ofMinutes(1));
  }

  private static byte[] bytes(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
