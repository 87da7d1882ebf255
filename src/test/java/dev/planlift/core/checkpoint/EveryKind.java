package dev.planlift.core.checkpoint;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.Clip;
import dev.planlift.core.drawing.Colour;
import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.ExternalReference;
import dev.planlift.core.drawing.Face;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.FilledRegion.Fill;
import dev.planlift.core.drawing.ImageFrame;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.PageClass;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.PatternLine;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Stroke;
import dev.planlift.core.drawing.SurfaceMesh;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.drawing.View;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import dev.planlift.error.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A drawing that holds each kind of thing that a drawing can hold. */
final class EveryKind {
  static final double[] ODD_NUMBERS = {
    0,
    -0.0,
    0.1,
    -2.675,
    1e-9,
    123456789.12345679,
    1e15 + 0.5,
    9007199254740992.0,
    Math.PI,
    -1e300,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.NaN,
    Double.NEGATIVE_INFINITY
  };

  static final Symbol DOOR = new Symbol("Tür 门 \uD83D lone");
  static final Symbol SAME_NAME = new Symbol("Tür 门 \uD83D lone");

  private static final Layer WALLS =
      new Layer("Wände", 0x102030, true, false, true, "DASHED", 0.25, 0.5);
  private static final Appearance LOOK = Appearance.on(WALLS);
  private static final SourceRef ONE = new SourceRef.Handle("1F");
  private static final SourceRef PAGE = new SourceRef.PageBox(3, List.of(1.0, 2.5, 3.0, 4.0));
  private static final Vec3 P = new Vec3(1.5, -2.25, 1 / 3.0);

  private EveryKind() {}

  static Drawing drawing() {
    DOOR.define(List.of(line(), instance(SAME_NAME), instance(DOOR)));
    SAME_NAME.define(List.of(face()));
    var shared = line();
    return new Drawing(
        "dxf",
        "AC1032",
        new DeclaredUnit("mm", OptionalDouble.of(0.001), false),
        List.of(Layer.ZERO, WALLS),
        List.of(
            new View("Model", View.Kind.MODEL, new Box(Vec3.ZERO, P)),
            new View(
                new PageClass(2, PageClass.Kind.MIXED, 0.7, "both"), Box.EMPTY, Optional.empty())),
        List.of(
            shared,
            shared,
            curves(),
            region(new Fill.Solid()),
            region(new Fill.Pattern("ANSI31", 2, 0.7, List.of(pattern()))),
            region(new Fill.Gradient("LINEAR", 0.1, List.of(0xFF0000, 0x00FF00))),
            face(),
            new SurfaceMesh(ODD_NUMBERS, new int[] {0, 1, 2, -7}, LOOK, PAGE),
            label(),
            dimension(),
            instance(DOOR),
            instance(SAME_NAME),
            new ImageFrame(List.of(P, P, Vec3.X), "scan.png", LOOK, ONE)),
        ledger(),
        List.of(new ExternalReference("site", "site.dxf", ExternalReference.State.MISSING, "gone")),
        List.of(new Diagnostic("CODE", "said", Place.of("line", 7).and("handle", "2F"))));
  }

  private static Path line() {
    return new Path(
        List.of(Segment.Polyline.between(P, Vec3.Y)),
        true,
        new Stroke(0.5, 0.25),
        Vec3.Z,
        true,
        LOOK.with(new Colour.Rgb(0x123456)),
        ONE);
  }

  private static Path curves() {
    return new Path(
        List.of(
            new Segment.EllipticArc(P, Vec3.X, Vec3.Y, 0.25, -Math.PI),
            new Segment.CubicBezier(P, Vec3.X, Vec3.Y, Vec3.Z),
            new Segment.Nurbs(
                1,
                new double[] {0, 0, 1, 1},
                new double[] {0, 0, 0, 1, 1, 1},
                new double[] {1, 0.5})),
        false,
        LOOK.with(Colour.BY_BLOCK),
        PAGE);
  }

  private static FilledRegion region(Fill fill) {
    return new FilledRegion(
        List.of(List.of(Segment.Polyline.between(P, Vec3.Y)), List.of()), fill, P, LOOK, ONE);
  }

  private static PatternLine pattern() {
    return new PatternLine(P, Vec3.X, Vec3.Y, List.of(1.0, -0.5, 0.0));
  }

  private static Face face() {
    return new Face(List.of(P, Vec3.X, Vec3.Y, Vec3.Z), LOOK, ONE);
  }

  private static TextLabel label() {
    return new TextLabel("居室 12 m²", P, Vec3.X, 2.5, 7, LOOK, ONE);
  }

  private static DrawingItem dimension() {
    return new MeasuredDimension(
        MeasuredDimension.Kind.RADIUS,
        P,
        Vec3.X,
        3.5,
        Optional.of("3,50"),
        List.of(line(), label()),
        LOOK,
        ONE);
  }

  private static SymbolInstance instance(Symbol symbol) {
    return new SymbolInstance(
        symbol,
        Affine3.rotationZ(0.3),
        List.of(label()),
        Optional.of(new Clip(List.of(Vec2.ZERO, new Vec2(1, 0), new Vec2(0, 1)), true)),
        LOOK,
        ONE);
  }

  private static EntityLedger ledger() {
    var ledger = new EntityLedger();
    ledger.converted("LINE");
    ledger.converted("ARC");
    ledger.note(
        new EntityLedger.Entry("2F", "WIPEOUT", "0", Outcome.SKIPPED, "UNKNOWN", "no such"));
    ledger.note(
        new EntityLedger.Entry("30", "SPLINE", "0", Outcome.APPROXIMATED, "KNOTS", "mended"));
    return ledger;
  }
}
