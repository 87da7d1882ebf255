package dev.planlift.core.solid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.Expansion.Seen;
import dev.planlift.core.drawing.Face;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.SeenItems;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.mesh.ClosednessCheck;
import dev.planlift.core.mesh.MeshPrimitive;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.plan.Building;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Scene;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.scene.SceneNode;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SceneBuilderTest {
  private static final Building NOTHING = new Building(List.of());

  private static Appearance on(String layer) {
    return Appearance.on(new Layer(layer, 0x0000FF, true, true));
  }

  private static Path line(String layer, String handle, Vec3 from, Vec3 to) {
    return new Path(
        List.of(Segment.Polyline.between(from, to)),
        false,
        on(layer),
        new SourceRef.Handle(handle));
  }

  private static Scene scene(Building building, Map<String, String> options, DrawingItem... items) {
    var seen = new Expansion().all(List.of(items));
    return new SceneBuilder()
        .build(building, List.of(SeenItems.of(seen)), 0.001, ConversionOptions.parse(options));
  }

  private static List<SceneNode> elements(Scene scene, Category category) {
    return scene.levels().stream()
        .flatMap(level -> level.children().stream())
        .flatMap(group -> group.children().stream())
        .filter(node -> node.category().equals(Optional.of(category)))
        .toList();
  }

  private static MeshPrimitive only(SceneNode node) {
    assertThat(node.mesh().orElseThrow().parts()).hasSize(1);
    return node.mesh().orElseThrow().parts().getFirst().primitive();
  }

  @Test
  void elementsHangInGroupsOfOneKindUnderTheirLevel() {
    var level = scene(new Plans().house(), Map.of()).levels().getFirst();

    assertThat(level.category()).contains(Category.LEVEL);
    assertThat(level.extras()).containsEntry("label", "Level 0").containsEntry("height", 2.7);
    assertThat(level.children())
        .extracting(SceneNode::name)
        .containsExactly("walls", "doors", "windows", "rooms", "slabs");
    assertThat(level.children()).allMatch(group -> group.category().isEmpty());
  }

  @Test
  void elementsSayWhatTheyAre() {
    var scene = scene(new Plans().house(), Map.of());

    var wall = elements(scene, Category.WALL).getFirst();
    assertThat(wall.name()).isEqualTo("wall 1");
    assertThat(wall.extras())
        .containsEntry("layer", "WALLS")
        .containsEntry("source", List.of("1F"))
        .containsEntry("confidence", 0.9)
        .containsEntry("height", 2.7)
        .containsEntry("length", 8.0);
    var door = elements(scene, Category.DOOR).getFirst();
    assertThat(door.extras())
        .containsEntry("center", List.of(2.0, 0.15))
        .containsEntry("width", 1.0)
        .containsEntry("sill", 0.0)
        .containsEntry("height", 2.1)
        .containsEntry("leaves", 1)
        .containsEntry("hinge", List.of(2.5, 0.15));
    var room = elements(scene, Category.ROOM).getFirst();
    assertThat(room.name()).isEqualTo("Küche");
    assertThat(room.extras()).containsEntry("label", "Küche").containsEntry("area", 19.98);
  }

  @Test
  void whatIsCutEndsThereAndIsClosed() {
    var cut = scene(new Plans().house(), Map.of("cutAt", "1.2"));

    for (var category : List.of(Category.WALL, Category.DOOR, Category.WINDOW)) {
      for (var node : elements(cut, category)) {
        for (var part : node.mesh().orElseThrow().parts()) {
          assertThat(top(part.primitive())).as(node.name()).isLessThan(1.2 + 1e-6);
        }
      }
    }
    for (var wall : elements(cut, Category.WALL)) {
      assertThat(top(only(wall))).as(wall.name()).isCloseTo(1.2, within(1e-6));
      assertThat(ClosednessCheck.of(List.of(only(wall))).isSolid()).as(wall.name()).isTrue();
      assertThat(wall.extras().get("height")).isEqualTo(Plans.HEIGHT_M);
    }
  }

  private static double top(MeshPrimitive mesh) {
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 2; i < mesh.positions().length; i += 3) {
      top = Math.max(top, mesh.positions()[i]);
    }
    return top;
  }

  @Test
  void aDoorOpensToTheSideItSwingsTo() {
    var door = elements(scene(new Plans().house(), Map.of()), Category.DOOR).getFirst();

    double inside = Double.NEGATIVE_INFINITY;
    double outside = Double.POSITIVE_INFINITY;
    for (var part : door.mesh().orElseThrow().parts()) {
      var p = part.primitive().positions();
      for (int i = 1; i < p.length; i += 3) {
        inside = Math.max(inside, p[i]);
        outside = Math.min(outside, p[i]);
      }
    }
    assertThat(inside).isGreaterThan(0.6);
    assertThat(outside).isGreaterThan(-0.05);
  }

  @Test
  void excludedCategoriesAndLayersAreLeftOutButTheirOpeningsStayCut() {
    var whole = scene(new Plans().house(), Map.of());
    var bare = scene(new Plans().house(), Map.of("exclude", "DOOR, window,room"));
    var none = scene(new Plans().house(), Map.of("exclude", "walls"));

    assertThat(elements(bare, Category.DOOR)).isEmpty();
    assertThat(elements(bare, Category.ROOM)).isEmpty();
    assertThat(only(elements(bare, Category.WALL).getFirst()).indices())
        .isEqualTo(only(elements(whole, Category.WALL).getFirst()).indices());
    assertThat(none.levels().getFirst().children()).isEmpty();
  }

  @Test
  void onlyWhatIsIncludedIsThere() {
    var line = line("Axes", "A", Vec3.ZERO, new Vec3(1000, 0, 0));

    assertThat(
            scene(new Plans().house(), Map.of("include", "wall,axes"), line)
                .levels()
                .getFirst()
                .children())
        .extracting(SceneNode::name)
        .containsExactly("walls", "curves");
  }

  @Test
  void curvesAndTextsCanBeLeftOut() {
    var line = line("0", "A", Vec3.ZERO, new Vec3(1000, 0, 0));
    var text =
        new TextLabel("Hall", Vec3.ZERO, Vec3.X, 250, 800, on("0"), new SourceRef.Handle("B"));

    var both = scene(NOTHING, Map.of(), line, text);
    var neither = scene(NOTHING, Map.of("curves", "false", "texts", "false"), line, text);

    assertThat(elements(both, Category.TEXT).getFirst().extras())
        .containsEntry("text", "Hall")
        .containsEntry("height", 0.25);
    assertThat(elements(both, Category.CURVE)).hasSize(1);
    assertThat(neither.levels().getFirst().children()).isEmpty();
  }

  @Test
  void withoutPlanLineWorkStandsUpAsHighAsWalls() {
    var line = line("0", "A", Vec3.ZERO, new Vec3(4000, 0, 0));

    var scene = scene(NOTHING, Map.of("plan", "false", "wallHeight", "3"), line);

    var ribbon = only(elements(scene, Category.CURVE).getFirst());
    assertThat(ribbon.topology()).isEqualTo(MeshPrimitive.Topology.TRIANGLES);
    assertThat(scene.bounds().size()).isEqualTo(new Vec3(4, 0, 3));
  }

  @Test
  void aHundredThousandLinesShareAFewMeshes() {
    var items = new ArrayList<Seen>();
    for (int i = 0; i < 100_000; i++) {
      var from = new Vec3(i % 300, i / 300.0, 0);
      var line = line("L" + i % 3, Integer.toHexString(i), from, from.plus(Vec3.X));
      items.add(new Seen(line.with(line.appearance().with(new Colour.Rgb(i % 2))), List.of()));
    }

    var scene =
        new SceneBuilder()
            .build(NOTHING, List.of(SeenItems.of(items)), 1, ConversionOptions.DEFAULTS);

    var curves = elements(scene, Category.CURVE);
    assertThat(curves)
        .extracting(SceneNode::name)
        .containsExactly("curves on L0", "curves on L1", "curves on L2");
    assertThat(curves.getFirst().extras()).containsEntry("sourceCount", 33_334);
    assertThat((List<?>) curves.getFirst().extras().get("source")).hasSize(1000);
    int segments =
        curves.stream()
            .flatMap(node -> node.mesh().orElseThrow().parts().stream())
            .map(SceneMesh.Part::primitive)
            .mapToInt(p -> p.indices().length / 2)
            .sum();
    assertThat(segments).isEqualTo(100_000);
  }

  @Test
  void curvesAreFlattenedAsFinelyAsAsked() {
    var circle =
        new Path(
            List.of(
                new Segment.EllipticArc(
                    Vec3.ZERO, new Vec3(1000, 0, 0), new Vec3(0, 1000, 0), 0, 2 * Math.PI)),
            true,
            on("0"),
            new SourceRef.Handle("C"));

    var fine =
        only(
            elements(scene(NOTHING, Map.of("curveToleranceMm", "0.1"), circle), Category.CURVE)
                .getFirst());
    var coarse =
        only(
            elements(scene(NOTHING, Map.of("curveToleranceMm", "20"), circle), Category.CURVE)
                .getFirst());

    assertThat(fine.vertexCount()).isGreaterThan(200);
    assertThat(coarse.vertexCount()).isBetween(9, 20);
  }

  @Test
  void solidFillsAreFacesWithTheirHolesAndPatternsAreOutlines() {
    var source = new SourceRef.Handle("F");
    List<Segment> outer = ring(0, 0, 4000);
    List<Segment> hole = ring(1000, 1000, 1000);
    var loops = List.of(hole, outer);
    var solid = new FilledRegion(loops, new FilledRegion.Fill.Solid(), Vec3.ZERO, on("0"), source);
    var pattern =
        new FilledRegion(
            loops, new FilledRegion.Fill.Pattern("ANSI31", 1, 0), Vec3.ZERO, on("0"), source);

    var face = only(elements(scene(NOTHING, Map.of(), solid), Category.CURVE).getFirst());
    var outline = only(elements(scene(NOTHING, Map.of(), pattern), Category.CURVE).getFirst());

    assertThat(area(face)).isCloseTo(15, within(1e-9));
    assertThat(outline.topology()).isEqualTo(MeshPrimitive.Topology.LINES);
    assertThat(outline.indices()).hasSize(16);
  }

  private static List<Segment> ring(double x, double y, double size) {
    return List.of(
        new Segment.Polyline(
            new double[] {
              x, y, 0, x + size, y, 0, x + size, y + size, 0, x, y + size, 0, x, y, 0
            }));
  }

  private static double area(MeshPrimitive mesh) {
    double area = 0;
    for (int i = 0; i < mesh.indices().length; i += 3) {
      var a = point(mesh, i);
      area += point(mesh, i + 1).minus(a).cross(point(mesh, i + 2).minus(a)).length() / 2;
    }
    return area;
  }

  private static Vec3 point(MeshPrimitive mesh, int index) {
    int v = 3 * mesh.indices()[index];
    return new Vec3(mesh.positions()[v], mesh.positions()[v + 1], mesh.positions()[v + 2]);
  }

  @Test
  void facesInSpaceAndWideLinesAreSurfaces() {
    var face =
        new Face(
            List.of(Vec3.ZERO, new Vec3(2000, 0, 0), new Vec3(2000, 0, 1500), new Vec3(0, 0, 1500)),
            on("0"),
            new SourceRef.Handle("3D"));
    var wide =
        new Path(
            List.of(Segment.Polyline.between(Vec3.ZERO, new Vec3(1000, 0, 0))),
            false,
            new Stroke(200, 200),
            Vec3.ZERO,
            on("0"),
            new SourceRef.Handle("W"));

    var scene = scene(NOTHING, Map.of(), face, wide);

    assertThat(area(only(elements(scene, Category.SOLID).getFirst()))).isCloseTo(3, within(1e-9));
    assertThat(area(only(elements(scene, Category.CURVE).getFirst()))).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void aDimensionIsShownAsItsPicture() {
    var source = new SourceRef.Handle("D");
    var dimension =
        new MeasuredDimension(
            MeasuredDimension.Kind.LINEAR,
            Vec3.ZERO,
            new Vec3(3000, 0, 0),
            3000,
            Optional.empty(),
            List.of(
                line("DIM", "D", Vec3.ZERO, new Vec3(3000, 0, 0)),
                new TextLabel("3.00", Vec3.ZERO, Vec3.X, 100, 300, on("DIM"), source)),
            on("DIM"),
            source);

    var scene = scene(NOTHING, Map.of(), dimension);

    assertThat(elements(scene, Category.CURVE)).hasSize(1);
    assertThat(elements(scene, Category.TEXT)).hasSize(1);
  }
}
