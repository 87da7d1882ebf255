package dev.planlift.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.RetryableError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStoreTest {
  @TempDir Path folder;

  private FolderStore store() {
    return new FolderStore(folder.resolve("files"));
  }

  private static byte[] bytes(int count) {
    var bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  private long filesIn(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void whatIsPutIsFoundOpenedAndFetched() throws IOException {
    var store = store();
    var bytes = bytes(200_000);
    var artifact = store.put("a/b.bin", new ByteArrayInputStream(bytes), bytes.length);
    assertThat(artifact.sizeBytes()).isEqualTo(bytes.length);
    assertThat(store.find("a/b.bin")).contains(artifact);
    try (var all = store.open("a/b.bin", 0, Long.MAX_VALUE)) {
      assertThat(all.readAllBytes()).isEqualTo(bytes);
    }
    assertThat(store.fetch("a/b.bin", folder)).hasBinaryContent(bytes);
  }

  @Test
  void aFileIsNeverOverwrittenWhereItMustNotBe() throws IOException {
    var store = store();
    var stored = store.create("a/b", new ByteArrayInputStream(bytes(10)), 10);
    assertThat(store.create("a/b", new ByteArrayInputStream(bytes(10)), 10)).isEqualTo(stored);
    assertThatThrownBy(() -> store.create("a/b", new ByteArrayInputStream(bytes(11)), 11))
        .isInstanceOfSatisfying(
            RetryableError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_ERROR));
    assertThat(store.fetch("a/b", folder)).hasBinaryContent(bytes(10));
    assertThat(filesIn(folder)).isEqualTo(1);
  }

  @Test
  void aFolderIsWalkedThroughAndNothingBesideIt() {
    var store = store();
    for (var key : new String[] {"walk/a/one", "walk/two", "walked/three"}) {
      store.put(key, new ByteArrayInputStream(bytes(7)), 7);
    }
    var found = new ArrayList<Artifact>();
    store.visit("walk", found::add);
    store.visit("nothing/there", found::add);
    assertThat(found).extracting(Artifact::key).containsExactlyInAnyOrder("walk/a/one", "walk/two");
  }

  @Test
  void foldersThatAreEmptyGoWithTheirLastFile() {
    var store = store();
    store.put("a/b/c/one", new ByteArrayInputStream(bytes(1)), 1);
    store.put("a/b/d/two", new ByteArrayInputStream(bytes(1)), 1);
    store.delete("a/b/c");
    assertThat(folder.resolve("files/a/b/c")).doesNotExist();
    assertThat(store.find("a/b/d/two")).isPresent();
    store.delete("a/b/d/two");
    assertThat(folder.resolve("files/a/b")).doesNotExist();
  }

  @Test
  void storingAndRemovingInOneFolderAtOnceHinderNobody() throws Exception {
    var store = store();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var tasks = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < 200; i++) {
        var key = "x/same/" + i;
        tasks.add(
            () -> {
              store.create(key, new ByteArrayInputStream(bytes(3)), 3);
              store.delete(key);
              return store.find(key).isEmpty();
            });
      }
      for (var task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isTrue();
      }
    }
  }

  @Test
  void whatADeadServerLeftHalfWrittenGoesWhenItIsOldEnough() throws IOException {
    var store = store();
    store.put("a/b", new ByteArrayInputStream(bytes(1)), 1);
    var half = folder.resolve("files/.incoming/half");
    Files.write(half, bytes(5));
    assertThat(store.removeUnfinished(Instant.now().minus(Duration.ofHours(1)))).isZero();
    assertThat(store.removeUnfinished(Instant.now().plus(Duration.ofHours(1)))).isEqualTo(1);
    assertThat(half).doesNotExist();
    assertThat(store.find("a/b")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99, 100, 1000})
  void aRangeIsTheBytesBetween(int from) throws IOException {
    var store = store();
    var bytes = bytes(1000);
    store.put("x", new ByteArrayInputStream(bytes), 1000);
    try (var range = store.open("x", from, 100)) {
      int to = Math.min(1000, from + 100);
      assertThat(range.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(bytes, from, to));
      assertThat(range.read()).isEqualTo(-1);
    }
  }

  @Test
  void theByteAfterTheLimitIsRefusedAndNothingStays() throws IOException {
    var store = store();
    store.put("fits", new ByteArrayInputStream(bytes(10)), 10);
    assertThatThrownBy(() -> store.put("x", new ByteArrayInputStream(bytes(11)), 10))
        .isInstanceOfSatisfying(
            PermanentError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_TOO_LARGE));
    assertThat(store.find("x")).isEmpty();
    assertThat(filesIn(folder)).isEqualTo(1);
  }

  @Test
  void aStreamThatBreaksOffLeavesWhatWasThereBefore() throws IOException {
    var store = store();
    store.put("x", new ByteArrayInputStream(new byte[] {1}), 1);
    var gone =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            throw new IOException("gone");
          }
        };
    var broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), gone);
    assertThatThrownBy(() -> store.put("x", broken, Long.MAX_VALUE))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(store.fetch("x", folder)).hasBinaryContent(new byte[] {1});
    assertThat(filesIn(folder)).isEqualTo(1);
  }

  @Test
  void aFolderGoesWithAllThatIsInIt() throws IOException {
    var store = store();
    store.put("r/1/a", new ByteArrayInputStream(bytes(1)), 1);
    store.put("r/1/b", new ByteArrayInputStream(bytes(1)), 1);
    store.put("r/2", new ByteArrayInputStream(bytes(1)), 1);
    store.delete("r/1");
    store.delete("r/1");
    assertThat(store.find("r/1/a")).isEmpty();
    assertThat(store.find("r/2")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "../x", "a/../b", "a//b", ".incoming/x", "A", "a/", "/a", "a\u0000"})
  void aKeyThatLeadsAstrayIsRefused(String key) {
    assertThatThrownBy(() -> store().find(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(store().find("none")).isEmpty();
    assertThatThrownBy(() -> store().open("none", 0, 1))
        .isInstanceOfSatisfying(
            PermanentError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    assertThatThrownBy(() -> store().fetch("none", folder))
        .isInstanceOfSatisfying(
            PermanentError.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }
}
