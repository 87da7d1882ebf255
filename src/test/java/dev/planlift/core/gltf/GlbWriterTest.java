package dev.planlift.core.gltf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.ClosednessCheck;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.solid.Plans;
import dev.planlift.core.solid.SceneBuilder;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GlbWriterTest {
  private static final Appearance LOOK = Appearance.on(new Layer("Möbel", 0xFF0000, true, true));

  @TempDir private Path folder;

  static Stream<Arguments> places() {
    var near = new Plans();
    var far = new Plans(new Vec2(203_456.789, 5_412_345.678), Math.toRadians(-12.34));
    return Stream.of(Compression.values())
        .flatMap(c -> Stream.of(Arguments.of(near, c), Arguments.of(far, c)));
  }

  private static Scene house(Plans plans) {
    return new SceneBuilder()
        .build(
            plans.house(),
            List.of(SeenItems.of(leftover(plans))),
            0.001,
            ConversionOptions.DEFAULTS);
  }

  /** Two chairs that differ in place and turn only, a mirrored one, a curve and a text; in mm. */
  private static List<Expansion.Seen> leftover(Plans plans) {
    var source = new SourceRef.Handle("2A");
    var seat =
        new Segment.EllipticArc(
            Vec3.ZERO, new Vec3(250, 0, 0), new Vec3(0, 250, 0), 0, 2 * Math.PI);
    var back = Segment.Polyline.between(new Vec3(-250, 300, 0), new Vec3(200, 300, 0));
    var chair =
        new Symbol(
            "Stuhl",
            List.of(
                new dev.planlift.core.drawing.Path(List.of(seat), true, LOOK, source),
                new dev.planlift.core.drawing.Path(List.of(back), false, LOOK, source)));
    var items = new ArrayList<DrawingItem>();
    for (int i = 0; i < 3; i++) {
      var at = plans.point(1 + i, 4).times(1000);
      var placement =
          Affine3.translation(new Vec3(at.x(), at.y(), 0))
              .after(Affine3.rotationZ(i))
              .after(Affine3.scale(i == 2 ? -1 : 1, 1, 1));
      items.add(new SymbolInstance(chair, placement, List.of(), LOOK, source));
    }
    var a = plans.point(5, 2).times(1000);
    var b = plans.point(6, 3).times(1000);
    var from = new Vec3(a.x(), a.y(), 0);
    items.add(
        new dev.planlift.core.drawing.Path(
            List.of(Segment.Polyline.between(from, new Vec3(b.x(), b.y(), 0))),
            false,
            LOOK,
            new SourceRef.Handle("2B")));
    items.add(new TextLabel("Küche\n12 m²", from, Vec3.X, 200, 900, LOOK, source));
    return new Expansion().all(items);
  }

  private Path write(Scene scene) {
    return write(scene, Compression.NONE);
  }

  private Path write(Scene scene, Compression compression) {
    var target = folder.resolve("model.glb");
    new GlbWriter(compression, false)
        .write(scene, Map.of("source", Map.of("name", "house.dxf")), target);
    return target;
  }

  @ParameterizedTest
  @MethodSource("places")
  void theKhronosValidatorHasNothingToSay(Plans plans, Compression compression) {
    GltfValidator.assertFaultless(write(house(plans), compression));
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatIsReadBackIsWhatWasThere(Plans plans, Compression compression) throws IOException {
    var scene = house(plans);

    var model = Unpacked.of(write(scene, compression));

    assertThat(ReadBackCheck.differences(scene, model)).isEmpty();
    var contents = new GlbReader().read(model);
    assertThat(contents.counts())
        .containsAllEntriesOf(
            Map.of("wall", 5, "door", 2, "window", 2, "room", 2, "slab", 1, "furniture", 3))
        .containsAllEntriesOf(Map.of("curve", 1, "text", 1, "level", 1));
    assertThat(contents.unusedAccessors()).isZero();
    assertThat(contents.of("text").getFirst().extras()).containsEntry("text", "Küche\n12 m²");
  }

  @ParameterizedTest
  @MethodSource("places")
  void wallsInTheFileAreClosedAndNoTriangleIsFlat(Plans plans, Compression compression)
      throws IOException {
    var contents = new GlbReader().read(Unpacked.of(write(house(plans), compression)));

    assertThat(contents.of("wall"))
        .allSatisfy(wall -> assertThat(ClosednessCheck.of(wall.primitives()).isSolid()).isTrue());
    assertThat(contents.elements())
        .flatExtracting(GlbContents.Element::primitives)
        .allSatisfy(primitive -> assertThat(smallestTriangle(primitive)).isGreaterThan(1e-7));
  }

  @ParameterizedTest
  @MethodSource("places")
  void theErrorStatedIsSmallAndTrueFarFromZero(Plans plans, Compression compression)
      throws IOException {
    var extras = new GlbReader().read(Unpacked.of(write(house(plans), compression))).assetExtras();

    assertThat(extras.get("maxErrorMillimetres"))
        .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
        .isGreaterThan(0)
        .isLessThan(compression == Compression.NONE ? 0.001 : 0.106);
  }

  @ParameterizedTest
  @MethodSource("places")
  void normalsAreThoseOfTheFaces(Plans plans, Compression compression) throws IOException {
    var contents = new GlbReader().read(Unpacked.of(write(house(plans), compression)));

    for (var element : contents.elements()) {
      for (var primitive : element.primitives()) {
        assertNormals(primitive);
      }
    }
  }

  private static void assertNormals(MeshPrimitive p) {
    if (p.topology() == MeshPrimitive.Topology.LINES) {
      return;
    }
    for (int i = 0; i < p.indices().length; i += 3) {
      var a = point(p, i);
      var normal = point(p, i + 1).minus(a).cross(point(p, i + 2).minus(a)).normalized();
      for (int k = 0; k < 3; k++) {
        int v = 3 * p.indices()[i + k];
        var written = new Vec3(p.normals()[v], p.normals()[v + 1], p.normals()[v + 2]);
        assertThat(written.dot(normal)).isCloseTo(1, within(2e-3));
      }
    }
  }

  private static double smallestTriangle(MeshPrimitive p) {
    double smallest = Double.POSITIVE_INFINITY;
    if (p.topology() == MeshPrimitive.Topology.TRIANGLES) {
      for (int i = 0; i < p.indices().length; i += 3) {
        var a = point(p, i);
        var area = point(p, i + 1).minus(a).cross(point(p, i + 2).minus(a)).length() / 2;
        smallest = Math.min(smallest, area);
      }
    }
    return smallest;
  }

  private static Vec3 point(MeshPrimitive p, int index) {
    int v = 3 * p.indices()[index];
    return new Vec3(p.positions()[v], p.positions()[v + 1], p.positions()[v + 2]);
  }

  @Test
  void piecesThatDifferInPlaceOnlyShareOneMesh() throws IOException {
    var json = Files.readString(write(house(new Plans())), StandardCharsets.ISO_8859_1);

    var meshes =
        Pattern.compile("\"name\":\"Stuhl\",\"mesh\":(\\d+)")
            .matcher(json)
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(meshes).hasSize(3);
    assertThat(meshes.get(0)).isEqualTo(meshes.get(1)).isNotEqualTo(meshes.get(2));
  }

  @ParameterizedTest
  @EnumSource
  void theSameSceneGivesTheSameBytes(Compression compression) throws IOException {
    var first = Files.readAllBytes(write(house(new Plans()), compression));
    var second = Files.readAllBytes(write(house(new Plans()), compression));

    assertThat(Arrays.mismatch(first, second)).as("first differing byte").isEqualTo(-1);
  }

  @Test
  void anEmptySceneIsAValidModelWithoutABinaryChunk() throws IOException {
    var model = write(new Scene(List.of(), Box.EMPTY));

    assertThat(Files.size(model)).isLessThan(400);
    GltfValidator.assertFaultless(model);
  }

  @Test
  void aLevelWithNothingOnItIsValid() {
    var options = ConversionOptions.parse(Map.of("exclude", "walls"));
    var nothing =
        new SceneBuilder().build(new Plans().house(), List.of(SeenItems.of(List.of())), 1, options);

    GltfValidator.assertFaultless(write(nothing));
  }

  @Test
  void aStrayLineFarAwayCostsTheBuildingNoDigits() {
    var stray =
        new dev.planlift.core.drawing.Path(
            List.of(Segment.Polyline.between(new Vec3(1e10, 1e10, 0), new Vec3(1e10, 2e10, 0))),
            false,
            LOOK,
            new SourceRef.Handle("2C"));
    var leftover = List.of(new Expansion.Seen(stray, List.of()));
    var scene =
        new SceneBuilder()
            .build(
                new Plans().house(),
                List.of(SeenItems.of(leftover)),
                0.001,
                ConversionOptions.DEFAULTS);

    var contents = new GlbReader().read(write(scene));

    assertThat(contents.assetExtras()).containsEntry("origin", List.of(4, 3, 0));
    assertThat(contents.of("wall"))
        .allSatisfy(wall -> assertThat(ClosednessCheck.of(wall.primitives()).isSolid()).isTrue());
  }

  @Test
  void whatLiesBeyondAllNumbersIsLeftOut() {
    var beyond =
        new dev.planlift.core.drawing.Path(
            List.of(
                new Segment.Polyline(
                    new double[] {0, 0, 0, 1e300, 0, 0, Double.NaN, 5, 0, 2000, 0, 0, 2000, 1, 0})),
            false,
            LOOK,
            new SourceRef.Handle("2D"));
    var leftover = List.of(new Expansion.Seen(beyond, List.of()));
    var scene =
        new SceneBuilder()
            .build(
                new Plans().house(),
                List.of(SeenItems.of(leftover)),
                0.001,
                ConversionOptions.DEFAULTS);

    var model = write(scene);

    GltfValidator.assertFaultless(model);
    assertThat(new GlbReader().read(model).of("curve").getFirst().primitives().getFirst().indices())
        .hasSize(2);
  }

  @Test
  void aModelThatCannotBeWrittenLeavesNothingBehind() throws IOException {
    var target = Files.createDirectory(folder.resolve("occupied"));
    Files.createFile(target.resolve("inhabitant"));

    assertThatThrownBy(() -> new GlbWriter().write(house(new Plans()), Map.of(), target))
        .isInstanceOf(UncheckedIOException.class);

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }
}
