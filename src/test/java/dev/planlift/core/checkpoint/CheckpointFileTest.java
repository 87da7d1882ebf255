package dev.planlift.core.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.core.checkpoint.CheckpointWriter.Made;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion.Seen;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.source.SourceRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFileTest {
  private static final Effort ANY = new Effort(Long.MAX_VALUE, Duration.ofHours(1));
  private static final CheckpointKey KEY = new CheckpointKey("c0ffee", Map.of("READ", "abc"));

  private static final Shapes SHAPES = new Shapes();

  @TempDir java.nio.file.Path folder;

  private java.nio.file.Path written(Drawing drawing) throws IOException {
    var file = folder.resolve("checkpoint");
    var made = List.<Made<?>>of(new Made<>(Drawing.class, drawing));
    assertThat(new CheckpointWriter().write(file, KEY, made, ANY)).isTrue();
    return file;
  }

  private static Drawing read(java.nio.file.Path file) throws UnusableCheckpoint {
    try (var reader = CheckpointReader.open(file, "c0ffee", List.of(Drawing.class))) {
      return reader.next(Drawing.class);
    }
  }

  private static byte[] bytes(Class<?> type, Object value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var output = new Output(bytes, new BoundedOutput(bytes, ANY));
    SHAPES.of(type).write(value, output);
    output.flush();
    return bytes.toByteArray();
  }

  private static Object read(Class<?> type, byte[] bytes) throws IOException {
    return SHAPES.of(type).read(new Input(new ByteArrayInputStream(bytes)));
  }

  @Test
  void aDrawingOfEveryKindComesBackAsItWas() throws Exception {
    var drawing = EveryKind.drawing();
    var again = read(written(drawing));
    assertThat(words(again)).isEqualTo(words(drawing));
    assertThat(again.ledger().account()).isEqualTo(drawing.ledger().account());
    assertThat(bytes(Drawing.class, again)).isEqualTo(bytes(Drawing.class, drawing));
  }

  /** All that a drawing says of itself but where its arrays lie in memory. */
  private static String words(Drawing drawing) {
    return drawing.toString().replaceAll("(\\[[DI]|EntityLedger)@[0-9a-f]+", "$1");
  }

  @Test
  void theDrawingOfEveryKindHoldsEveryKind() {
    var items = EveryKind.drawing().items();
    assertEachKind(DrawingItem.class, items.stream());
    var paths = items.stream().filter(Path.class::isInstance).map(Path.class::cast).toList();
    assertEachKind(Segment.class, paths.stream().flatMap(path -> path.segments().stream()));
    assertEachKind(
        FilledRegion.Fill.class,
        items.stream()
            .filter(FilledRegion.class::isInstance)
            .map(item -> ((FilledRegion) item).fill()));
    assertEachKind(Colour.class, items.stream().map(item -> item.appearance().colour()));
    assertEachKind(SourceRef.class, items.stream().map(DrawingItem::source));
  }

  private static void assertEachKind(Class<?> sealedType, Stream<?> things) {
    Set<Object> kinds = things.<Object>map(Object::getClass).collect(Collectors.toSet());
    assertThat(kinds).containsExactlyInAnyOrder((Object[]) sealedType.getPermittedSubclasses());
  }

  @Test
  void oddNumbersComeBackBitByBit() throws Exception {
    var again = read(written(EveryKind.drawing()));
    var mesh =
        again.items().stream()
            .filter(SurfaceMesh.class::isInstance)
            .map(SurfaceMesh.class::cast)
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < EveryKind.ODD_NUMBERS.length; i++) {
      assertThat(Double.doubleToRawLongBits(mesh.positions()[i]))
          .isEqualTo(Double.doubleToRawLongBits(EveryKind.ODD_NUMBERS[i]));
    }
  }

  @Test
  void randomNumbersComeBackBitByBit() throws IOException {
    var random = new Random(5);
    var numbers = new double[20_000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (i % 4) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> Math.rint(random.nextGaussian() * 1e9) / 1e4;
            case 2 -> random.nextInt();
            default -> random.nextGaussian() * 1e5;
          };
    }
    assertThat((double[]) read(double[].class, bytes(double[].class, numbers))).isEqualTo(numbers);
  }

  @Test
  void whatIsOneObjectStaysOneAndTwoStayTwo() throws Exception {
    var items = read(written(EveryKind.drawing())).items();
    assertThat(items.get(0)).isSameAs(items.get(1));
    var symbols =
        items.stream()
            .filter(SymbolInstance.class::isInstance)
            .map(item -> ((SymbolInstance) item).symbol())
            .toList();
    assertThat(symbols.get(0)).isNotSameAs(symbols.get(1));
    assertThat(symbols.get(0).name()).isEqualTo(symbols.get(1).name());
    var within = (SymbolInstance) symbols.get(0).items().get(2);
    assertThat(within.symbol()).as("a symbol within itself").isSameAs(symbols.get(0));
  }

  @Test
  void thingsSeenComeBackInOrderWithinTheSameInstances() throws IOException {
    var drawing = EveryKind.drawing();
    var items = drawing.items();
    var inside = items.stream().filter(SymbolInstance.class::isInstance).toList();
    var around = List.of((SymbolInstance) inside.getFirst());
    var seen =
        List.of(
            new Seen(items.get(0), List.of()),
            new Seen(items.get(2), around),
            new Seen(items.get(0), around));
    var bytes = bytes(SeenItems.class, SeenItems.of(seen));
    var again = ((SeenItems) read(SeenItems.class, bytes)).all();
    assertThat(bytes(SeenItems.class, SeenItems.of(again))).isEqualTo(bytes);
    assertThat(again.get(2).inside()).isSameAs(again.get(1).inside());
    assertThat(again.get(2).item()).isSameAs(again.get(0).item());
  }

  @Test
  void everyChangedByteIsToldFromAWholeFile() throws Exception {
    var file = written(EveryKind.drawing());
    var whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      var changed = whole.clone();
      changed[at] ^= (byte) (1 << at % 8);
      Files.write(file, changed);
      assertThatThrownBy(() -> read(file)).isInstanceOf(UnusableCheckpoint.class);
    }
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(file)).isInstanceOf(UnusableCheckpoint.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatGetsPastTheSumIsRefusedOrRead(long seed) throws IOException {
    var whole = bytes(Drawing.class, EveryKind.drawing());
    var random = new Random(seed);
    var ends = new ArrayList<Class<?>>();
    for (int i = 0; i < 3000; i++) {
      var changed = whole.clone();
      changed[random.nextInt(whole.length)] = (byte) random.nextInt();
      try {
        read(Drawing.class, changed);
      } catch (IOException | RuntimeException e) {
        ends.add(e.getClass()); // what the reader of the file takes for unusable
      }
    }
    assertThat(ends).hasSizeGreaterThan(100);
  }

  @Test
  void anotherDrawingsIsRefused() throws IOException {
    var file = written(EveryKind.drawing());
    assertThatThrownBy(() -> CheckpointReader.open(file, "other", List.of(Drawing.class)))
        .isInstanceOf(UnusableCheckpoint.class)
        .hasMessageContaining("another drawing");
  }

  @Test
  void oneOfOtherPartsIsRefused() throws IOException {
    var file = written(EveryKind.drawing());
    assertThatThrownBy(() -> CheckpointReader.open(file, "c0ffee", List.of(SymbolInstance.class)))
        .isInstanceOf(UnusableCheckpoint.class)
        .hasMessageContaining("other parts");
  }

  @Test
  void whatGrowsTooLargeOrTakesTooLongIsGivenUp() throws IOException {
    var file = folder.resolve("none");
    var made = List.<Made<?>>of(new Made<>(Drawing.class, EveryKind.drawing()));
    var small = new Effort(200, Duration.ofHours(1));
    var quick = new Effort(Long.MAX_VALUE, Duration.ZERO);
    assertThat(new CheckpointWriter().write(file, KEY, made, small)).isFalse();
    assertThat(new CheckpointWriter().write(file, KEY, made, quick)).isFalse();
    assertThat(file).doesNotExist();
  }

  @Test
  void theSameDrawingGivesTheSameBytes() throws IOException {
    assertThat(Files.readAllBytes(written(EveryKind.drawing())))
        .isEqualTo(Files.readAllBytes(written(EveryKind.drawing())));
  }
}
