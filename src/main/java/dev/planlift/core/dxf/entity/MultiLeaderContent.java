package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.dxf.Ocs;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.util.ArrayList;
import java.util.List;

/** What a multileader leads to: a text, or a block with values for its attributes. */
final class MultiLeaderContent {
  private static final int MAX_ATTRIBUTES = 10_000;

  /** The value of an attribute: the handle of its ATTDEF, and what is written. */
  private record Value(String template, String text) {}

  private final Paragraphs text = new Paragraphs();
  private final Point3 textAt = new Point3();
  private final Point3 textAlong = new Point3();
  private final Point3 textNormal = new Point3();
  private final Point3 blockAt = new Point3();
  private final Point3 blockScale = new Point3();
  private final Point3 blockNormal = new Point3();
  private final List<Value> values = new ArrayList<>(0);
  private String template = "";
  private String block = "";
  private double scale = 1;
  private double blockTurnRad;
  private int textColour;
  private int blockColour;
  private int left;
  private int right;
  private double arrowSize;
  private double gap;

  MultiLeaderContent() {
    blockScale.x = 1;
    blockScale.y = 1;
    blockScale.z = 1;
  }

  /** Takes a group that stands beside the context data. */
  void entity(int code, TagReader tag) {
    switch (code) {
      case 330 -> template = tag.name();
      case 302 -> {
        if (values.size() < MAX_ATTRIBUTES) {
          values.add(new Value(template, tag.text()));
        }
      }
      default -> {}
    }
  }

  /** Takes a group of the context data. */
  void take(int code, TagReader tag) {
    switch (code) {
      case 40 -> scale = tag.number();
      case 41 -> text.height = tag.number();
      case 140 -> arrowSize = tag.number();
      case 145 -> gap = tag.number();
      case 174 -> left = tag.integer();
      case 175 -> right = tag.integer();
      case 304 -> text.append(tag.text());
      case 43 -> text.referenceWidth = tag.number();
      case 45 -> text.spacing = tag.number();
      case 90 -> textColour = tag.integer();
      case 93 -> blockColour = tag.integer();
      case 171 -> text.attachment = tag.integer();
      case 341 -> block = tag.name();
      case 46 -> blockTurnRad = tag.number();
      default -> takePoint(code, tag);
    }
  }

  private void takePoint(int code, TagReader tag) {
    var point =
        switch (code % 10) {
          case 1 -> textNormal;
          case 2 -> textAt;
          case 3 -> textAlong;
          case 4 -> blockNormal;
          case 5 -> blockAt;
          case 6 -> blockScale;
          default -> new Point3();
        };
    switch (code / 10) {
      case 1 -> point.x = tag.number();
      case 2 -> point.y = tag.number();
      case 3 -> point.z = tag.number();
      default -> {}
    }
  }

  double arrowSize() {
    return arrowSize;
  }

  double gap() {
    return gap;
  }

  Vec3 normal() {
    var own = block.isEmpty() ? textNormal.toVec3() : blockNormal.toVec3();
    return own.equals(Vec3.ZERO) ? Vec3.Z : own.normalized();
  }

  /** Whether the side of the text on which a leader arrives has a line beneath the text. */
  boolean isUnderlined(boolean onLeft) {
    int side = onLeft ? left : right;
    return side == 5 || side == 6 || side == 8;
  }

  List<? extends DrawingItem> items(Appearance look, SourceRef source, Scope scope) {
    if (!text.isBlank()) {
      var along = textAlong.toVec3();
      text.place(textAt.toVec3(), along.equals(Vec3.ZERO) ? Vec3.X : along);
      text.referenceWidth *= scale > 0 ? scale : 1;
      var coloured = RawColour.on(look, textColour);
      return text.result(Ocs.of(normal()), coloured, source).items();
    }
    var name = scope.definitions().blockName(block);
    return name.isPresent() ? List.of(instance(name.get(), look, source, scope)) : List.of();
  }

  private SymbolInstance instance(String name, Appearance look, SourceRef source, Scope scope) {
    var shape =
        Ocs.of(normal())
            .asMap()
            .after(Affine3.rotationZ(blockTurnRad))
            .after(Affine3.scale(blockScale.x, blockScale.y, blockScale.z));
    var placement = Affine3.translation(blockAt.toVec3()).after(shape);
    var coloured = RawColour.on(look, blockColour);
    var labels = new ArrayList<TextLabel>();
    for (var value : values) {
      scope
          .template(value.template())
          .filter(AttributeText.class::isInstance)
          .map(AttributeText.class::cast)
          .flatMap(attribute -> attribute.filled(value.text(), scope))
          .ifPresent(label -> labels.add(label.transformed(placement)));
    }
    return new SymbolInstance(scope.symbol(name), placement, labels, coloured, source);
  }
}
