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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
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
    return new Settings.S3(
        server().endpoint().toString(),
        "us-east-1",
        BUCKET,
        "here/",
        RadosGateway.ACCESS_KEY,
        secret,
        true,
        false,
        new ByteSize(PART),
        2,
        Duration.ofSeconds(20));
  }

  private static byte[] bytes(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
