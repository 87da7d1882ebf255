package dev.planlift.core.solid;

import dev.planlift.core.geom.Vec2;
import dev.planlift.core.mesh.MeshBuilder;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.scene.Material;
import dev.planlift.core.scene.SceneMesh;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What hangs in openings: door frames and leaves, window frames and panes. */
final class OpeningFittings {
  private static final double FRAME_M = 0.05;

  /** How far a door's frame stands proud of the wall on each side. */
  private static final double PROUD_M = 0.015;

  private static final double LEAF_THICKNESS_M = 0.04;
  private static final double THRESHOLD_M = 0.01;
  private static final double AJAR_RAD = Math.toRadians(30);
  private static final double WINDOW_FRAME_DEPTH_M = 0.08;
  private static final double PANE_M = 0.012;

  /** Windows wider than this get a post for each such width. */
  private static final double SASH_M = 1.3;

  private final Opening opening;
  private final double floorM;
  private final double headM;
  private final BoxFrame frame;

  private OpeningFittings(Opening opening, double floorM, double wallHeightM) {
    this.opening = opening;
    this.floorM = floorM;
    this.headM = floorM + Math.min(opening.headM(), wallHeightM);
    this.frame = new BoxFrame(opening.center(), opening.angleRad());
  }

  /** The fittings of an opening in walls of a height; empty where there is no room for any. */
  static Optional<SceneMesh> of(Opening opening, double floorM, double wallHeightM) {
    var fittings = new OpeningFittings(opening, floorM, wallHeightM);
    var parts =
        switch (opening.kind()) {
          case DOOR -> fittings.door();
          case WINDOW -> fittings.window();
          case BARE -> fittings.passage();
        };
    return parts.isEmpty() ? Optional.empty() : Optional.of(new SceneMesh(parts));
  }

  private List<SceneMesh.Part> passage() {
    var plate = MeshBuilder.triangles();
    threshold(plate);
    return parts(plate, Palette.PASSAGE);
  }

  private void threshold(MeshBuilder plate) {
    double half = opening.depthM() / 2;
    double u = opening.widthM() / 2;
    frame.box(plate, -u, u, -half, half, floorM, floorM + THRESHOLD_M);
  }

  private List<SceneMesh.Part> door() {
    double bar = bar();
    double u = opening.widthM() / 2;
    double v = opening.depthM() / 2 + PROUD_M;
    var frameMesh = MeshBuilder.triangles();
    double z = floorM + opening.sillM();
    frame.box(frameMesh, -u, bar - u, -v, v, z, headM);
    frame.box(frameMesh, u - bar, u, -v, v, z, headM);
    frame.box(frameMesh, bar - u, u - bar, -v, v, headM - bar, headM);
    var plate = MeshBuilder.triangles();
    if (opening.sillM() <= 0) {
      threshold(plate);
    }
    var leaves = MeshBuilder.triangles();
    leaves(leaves, u - bar, z + THRESHOLD_M, headM - bar);
    var all = new ArrayList<>(parts(frameMesh, Palette.DOOR_FRAME));
    all.addAll(parts(plate, Palette.THRESHOLD));
    all.addAll(parts(leaves, Palette.DOOR_LEAF));
    return all;
  }

  /** Leaves hang at the jambs, on the side of the wall into which they open, a little ajar. */
  private void leaves(MeshBuilder mesh, double clearHalf, double bottom, double top) {
    var leaf = opening.leaf().orElse(new Opening.Leaf(1, Optional.empty(), Optional.empty()));
    var along = Vec2.ofAngle(opening.angleRad());
    double hingeSide =
        leaf.hinge().map(h -> h.minus(opening.center()).dot(along)).orElse(-1.0) > 0 ? 1 : -1;
    double swing = leaf.swing().map(s -> s.dot(along.perpendicular())).orElse(0.0);
    if (leaf.leaves() >= 2) {
      hang(mesh, -1, swing, clearHalf, clearHalf, bottom, top);
      hang(mesh, 1, swing, clearHalf, clearHalf, bottom, top);
    } else {
      hang(mesh, hingeSide, swing, clearHalf, 2 * clearHalf, bottom, top);
    }
  }

  private void hang(
      MeshBuilder mesh,
      double side,
      double swing,
      double clearHalf,
      double width,
      double bottom,
      double top) {
    double half = Math.min(LEAF_THICKNESS_M, opening.depthM()) / 2;
    double v = Math.signum(swing) * Math.max(0, opening.depthM() / 2 - half);
    double turn = swing == 0 ? 0 : -side * Math.signum(swing) * AJAR_RAD;
    double closed = side > 0 ? Math.PI : 0;
    var pivot = frame.at(side * clearHalf, v);
    new BoxFrame(pivot, opening.angleRad() + closed + turn)
        .box(mesh, 0, width, -half, half, bottom, top);
  }

  private List<SceneMesh.Part> window() {
    double bar = bar();
    double u = opening.widthM() / 2;
    double v = Math.min(WINDOW_FRAME_DEPTH_M, opening.depthM()) / 2;
    double sill = floorM + opening.sillM();
    var frameMesh = MeshBuilder.triangles();
    frame.box(frameMesh, -u, bar - u, -v, v, sill, headM);
    frame.box(frameMesh, u - bar, u, -v, v, sill, headM);
    frame.box(frameMesh, bar - u, u - bar, -v, v, sill, sill + bar);
    frame.box(frameMesh, bar - u, u - bar, -v, v, headM - bar, headM);
    var panes = MeshBuilder.triangles();
    int sashes = (int) Math.clamp(Math.ceil(opening.widthM() / SASH_M), 1, 40);
    double pane = Math.min(PANE_M, v) / 2;
    double step = 2 * (u - bar) / sashes;
    for (int i = 0; i < sashes; i++) {
      double from = bar - u + i * step + (i == 0 ? 0 : bar / 2);
      double to = bar - u + (i + 1) * step - (i + 1 == sashes ? 0 : bar / 2);
      frame.box(panes, from, to, -pane, pane, sill + bar, headM - bar);
      if (i > 0) {
        frame.box(frameMesh, from - bar, from, -v, v, sill + bar, headM - bar);
      }
    }
    var all = new ArrayList<>(parts(frameMesh, Palette.WINDOW_FRAME));
    all.addAll(parts(panes, Palette.GLASS));
    return all;
  }

  /** The breadth of the frame's bars: less in narrow or low openings. */
  private double bar() {
    double height = headM - floorM - opening.sillM();
    return Math.min(FRAME_M, Math.min(opening.widthM(), height) / 6);
  }

  private static List<SceneMesh.Part> parts(MeshBuilder mesh, Material material) {
    return mesh.isEmpty() ? List.of() : List.of(new SceneMesh.Part(mesh.build(), material));
  }
}
