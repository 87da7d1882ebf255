package dev.planlift.core.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.gltf.GlbReader;
import dev.planlift.core.gltf.GlbWriter;
import dev.planlift.core.gltf.GltfValidator;
import dev.planlift.core.options.ConversionOptions;
import dev.planlift.core.reconstruct.Reconstructor;
import dev.planlift.core.solid.SceneBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies of every sort go into the model as solids with handle, layer and colour. */
class BodyModelTest {
  private static final String HEAD = "100 AcDbEntity\n8 ROOF\n62 3\n";

  private static final String BODIES =
      """
      0 MESH
      5 A1
      %1$s100 AcDbSubDMesh
      91 1
      92 4
      10 0
      20 0
      30 0
      10 4
      20 0
      30 0
      10 4
      20 4
      30 0
      10 0
      20 4
      30 2
      93 5
      90 4
      90 0
      90 1
      90 2
      90 3
      0 3DSOLID
      5 A2
      %1$s100 AcDbModelerGeometry
      %2$s0 REGION
      5 A3
      %1$s100 AcDbModelerGeometry
      %3$s0 AEC_WALL
      5 A4
      %1$s%4$s0 3DFACE
      5 A5
      %1$s10 20
      20 0
      30 1
      11 21
      21 0
      31 1
      12 21
      22 1
      32 2
      0 SOLID
      5 A6
      %1$s39 3
      10 30
      20 0
      11 31
      21 0
      12 30
      22 1
      13 31
      23 1
      0 POLYLINE
      5 A7
      %1$s70 64
      0 VERTEX
      70 192
      10 40
      20 0
      30 0
      0 VERTEX
      70 192
      10 41
      20 0
      30 0
      0 VERTEX
      70 192
      10 41
      20 1
      30 2
      0 VERTEX
      70 128
      71 1
      72 -2
      73 3
      0 SEQEND
      """;

  private static Drawing drawing() {
    var wall =
        new ProxyStream()
            .command(
                9, 4, 10.0, 0.0, 0.0, 10.0, 5.0, 0.0, 10.0, 5.0, 3.0, 10.0, 0.0, 3.0, 5, 4, 0, 1, 2,
                3, 0, 0, 0);
    var slab =
        new AcisFixture()
            .plane(
                new double[] {0, 0, 5, 4, 0, 5, 4, 4, 5, 1, 1, 5, 2, 1, 5, 2, 2, 5},
                new double[] {0, 0, 1},
                false,
                new int[] {0, 1, 2},
                new int[] {3, 4, 5});
    return DxfText.read(
        DxfText.of(
            "0 SECTION\n2 HEADER\n9 $INSUNITS\n70 6\n0 ENDSEC\n0 SECTION\n2 ENTITIES\n"
                + BODIES
                    .replace("%1$s", HEAD)
                    .replace("%2$s", AcisFixture.cube().sat(700, true))
                    .replace("%3$s", slab.sat(400, false))
                    .replace("%4$s", wall.groups(160))
                + "0 ENDSEC\n0 EOF\n"));
  }

  @Test
  void everyBodyIsASolidOfAFaultlessModel(@TempDir Path folder) throws IOException {
    var drawing = drawing();
    assertThat(drawing.ledger().count(Outcome.SKIPPED)).isZero();
    var options = ConversionOptions.DEFAULTS;
    var found = new Reconstructor().reconstruct(drawing, options);
    var scene =
        new SceneBuilder()
            .build(found.building(), found.leftover(), found.units().metresPerUnit(), options);
    var model = folder.resolve("bodies.glb");
    new GlbWriter().write(scene, Map.of(), model);

    var solids = new GlbReader().read(model).of("solid");

    assertThat(solids.stream().map(solid -> solid.extras().get("source")))
        .containsExactlyInAnyOrder(
            List.of("A1"),
            List.of("A2"),
            List.of("A3"),
            List.of("A4"),
            List.of("A5"),
            List.of("A6"),
            List.of("A7"));
    assertThat(solids).allMatch(solid -> "ROOF".equals(solid.extras().get("layer")));
    assertThat(solids).allMatch(solid -> !solid.primitives().isEmpty());
    GltfValidator.assertFaultless(model);
  }
}
