package dev.planlift.core.dxf.acis;

import dev.planlift.core.dxf.mesh.FaceMesh;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * The bodies of one entity as triangles.
 *
 * @param mesh the faces that could be made
 * @param edges where there are no faces at all: the edges, each by its points
 * @param faces how many there are
 * @param missing how many of these are not in the mesh
 * @param bent how many curved faces and edges are in the mesh as flat pieces
 * @param points around all points of the bodies
 */
public record Solid(
    FaceMesh mesh, List<List<Vec3>> edges, int faces, int missing, int bent, Box points) {
  public Solid {
    edges = List.copyOf(edges);
  }

  /** The bodies of SAT lines. */
  public static Solid ofText(List<String> lines) {
    return of(SatText.read(lines));
  }

  /** The bodies of SAB bytes. */
  public static Solid ofBytes(byte[] bytes) {
    return of(SabBytes.read(bytes));
  }

  private static Solid of(AcisFile file) {
    var mesh = new FaceMesh();
    var builder = new FaceBuilder(file, mesh);
    var edges = new ArrayList<List<Vec3>>();
    var points = Box.EMPTY;
    int faces = 0;
    int missing = 0;
    var body = file.records().stream().filter(r -> r.is("body")).findFirst();
    var first = body.map(b -> transform(file, b)).orElse(Affine3.IDENTITY);
    for (var record : file.records()) {
      if (record.is("face")) {
        faces++;
        var map =
            file.target(record, "shell")
                .flatMap(shell -> file.target(shell, "lump"))
                .flatMap(lump -> file.target(lump, "body"))
                .map(b -> transform(file, b))
                .orElse(first);
        missing += builder.add(record, map) ? 0 : 1;
      } else if (record.is("point")) {
        points = points.with(first.apply(Geometry.of(record).vector(0)));
      }
    }
    if (faces == 0) {
      for (var record : file.records()) {
        if (record.is("edge")) {
          new Edges(file)
              .run(record, false)
              .ifPresent(run -> edges.add(run.points().stream().map(first::apply).toList()));
        }
      }
    }
    return new Solid(mesh, edges, faces, missing, builder.bent(), points);
  }

  private static Affine3 transform(AcisFile file, AcisRecord body) {
    return file.target(body, "transform").map(Geometry::transform).orElse(Affine3.IDENTITY);
  }
}
