package dev.planlift.score;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.DoubleStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The walls of a model as areas where they are drawn. */
public final class WallAreas {
  private static final double UNDER_TOP_M = 0.1;

  private WallAreas() {}

  /** Of all storeys, over doors and windows, on the sheet: levels are moved back. Metres. */
  public static Geometry drawn(Path glb) throws IOException {
    var areas = new ArrayList<Geometry>();
    for (var storey : GlbModel.read(glb).storeys()) {
      var back = AffineTransformation.translationInstance(-storey.shiftX(), -storey.shiftY());
      for (var wall : storey.model().elements("wall")) {
        wall.triangles().stream()
            .flatMapToDouble(t -> DoubleStream.of(t.a().getZ(), t.b().getZ(), t.c().getZ()))
            .max()
            .ifPresent(
                top -> areas.add(back.transform(Slice.at(wall.triangles(), top - UNDER_TOP_M))));
      }
    }
    return areas.isEmpty() ? new GeometryFactory().createPolygon() : UnaryUnionOp.union(areas);
  }
}
