package dev.planlift.core.solid;

import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.plan.ThingKind;
import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.SceneMesh;
import dev.planlift.core.solid.FurnitureFinder.Piece;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Furniture as nodes named after their symbols. Pieces that differ only in where and how turned
 * they stand share one mesh.
 */
final class FurnitureNodes {
  private final ItemMesher mesher;
  private final RaisedThing raised;
  private final double metresPerUnit;
  private final double floorM;
  private final ElementNodes nodes;
  private final Map<Look, Optional<SceneMesh>> meshes = new HashMap<>();

  FurnitureNodes(
      ItemMesher mesher,
      RaisedThing raised,
      double metresPerUnit,
      double floorM,
      ElementNodes nodes) {
    this.mesher = mesher;
    this.raised = raised;
    this.metresPerUnit = metresPerUnit;
    this.floorM = floorM;
    this.nodes = nodes;
  }

  /**
   * What makes two pieces look the same.
   *
   * @param shape scale and mirroring: the placement without turn and place, in millionths
   */
  private record Look(Symbol symbol, String layer, int rgb, int items, List<Long> shape) {}

  void make(List<Piece> pieces) {
    for (var piece : pieces) {
      make(piece);
    }
  }

  private void make(Piece piece) {
    var appearance = piece.instance().appearance();
    var layer = appearance.layer().name();
    var category =
        piece.kind().equals(Optional.of(ThingKind.LIFT)) ? Category.OTHER : Category.FURNITURE;
    if (!nodes.keeps(category, layer)) {
      return;
    }
    double turnRad = piece.world().xAxis().xy().angleRad();
    var shape = Affine3.rotationZ(-turnRad).after(piece.world());
    var look =
        new Look(
            piece.instance().symbol(),
            layer,
            appearance.rgb(),
            piece.items().size(),
            millionths(shape));
    var name = name(piece);
    var draft = new NodeDraft(category, Optional.of(name), layer);
    draft.addSource(piece.instance().source());
    var mesh = meshes.computeIfAbsent(look, l -> mesh(piece, turnRad, draft));
    if (mesh.isPresent()) {
      var at = piece.world().origin().times(metresPerUnit).plus(new Vec3(0, 0, floorM));
      nodes.add(
          category,
          name,
          draft.extras(),
          Affine3.translation(at).after(Affine3.rotationZ(turnRad)),
          mesh);
    }
  }

  private static String name(Piece piece) {
    var name = piece.instance().symbol().name();
    return name.isBlank() || name.startsWith("*") ? "symbol" : name;
  }

  private static List<Long> millionths(Affine3 shape) {
    return List.of(
        Math.round(shape.xAxis().x() * 1e6),
        Math.round(shape.yAxis().x() * 1e6),
        Math.round(shape.yAxis().y() * 1e6),
        Math.round(shape.zAxis().z() * 1e6));
  }

  /** The mesh as it stands at the origin, not turned, in metres. */
  private Optional<SceneMesh> mesh(Piece piece, double turnRad, NodeDraft draft) {
    var toLocal =
        Affine3.scale(metresPerUnit, metresPerUnit, metresPerUnit)
            .after(Affine3.rotationZ(-turnRad))
            .after(Affine3.translation(piece.world().origin().times(-1)));
    var solid = piece.kind().flatMap(kind -> raised.of(kind, piece.items(), toLocal));
    if (solid.isPresent()) {
      return solid;
    }
    for (var item : piece.items()) {
      mesher.add(item, toLocal, draft);
    }
    return draft.mesh();
  }
}
