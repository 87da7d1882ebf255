package dev.planlift.core.dxf.proxy;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.dxf.entity.Scope;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.SourceRef;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Plays a proxy graphic's commands, one after the other. */
public final class ProxyGraphic {
  /** What stands before the first command: the stream's size and the number of commands. */
  private static final int HEADER_BYTES = 8;

  private static final int COMMAND_BYTES = 8;

  /** More things than this one entity does not draw. */
  static final int MAX_ITEMS = 100_000;

  private final Function<byte[], String> decoder;
  private final Pen pen;
  private final Curves curves;
  private final Surfaces surfaces;
  private final Texts texts;
  private final List<DrawingItem> items = new ArrayList<>();
  private int passedOver;
  private boolean damaged;

  private ProxyGraphic(Pen pen, SourceRef source, Function<byte[], String> decoder) {
    this.decoder = decoder;
    this.pen = pen;
    this.curves = new Curves(pen, source);
    this.surfaces = new Surfaces(pen, source);
    this.texts = new Texts(pen, source);
  }

  /**
   * What a stream draws.
   *
   * @param stream header and commands
   * @param own how the entity looks that the stream belongs to: what commands begin with
   * @param decoder of texts in the file's code page
   */
  public static ProxyPicture draw(
      byte[] stream,
      Scope scope,
      Appearance own,
      SourceRef source,
      Function<byte[], String> decoder) {
    var graphic = new ProxyGraphic(new Pen(scope, own), source, decoder);
    graphic.play(ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN));
    return new ProxyPicture(graphic.items, graphic.passedOver, graphic.damaged);
  }

  private void play(ByteBuffer stream) {
    int at = HEADER_BYTES;
    while (stream.limit() - at >= COMMAND_BYTES) {
      int size = stream.getInt(at);
      if (size < COMMAND_BYTES || size > stream.limit() - at || items.size() >= MAX_ITEMS) {
        damaged = true;
        return;
      }
      int command = stream.getInt(at + 4);
      command(command, stream.slice(at + COMMAND_BYTES, size - COMMAND_BYTES));
      at += size;
    }
    damaged |= stream.limit() < HEADER_BYTES;
  }

  private void command(int command, ByteBuffer data) {
    var cursor = new ByteCursor(data, decoder);
    switch (command) {
      case 1 -> {} // extents
      case 14 -> pen.colourIndex(cursor.integer());
      case 16 -> pen.layer(cursor.integer());
      case 18, 19, 24, 26, 34, 35 -> {} // line type, marker, its scale, plot style, materials
      case 20 -> pen.fill = cursor.integer() != 0;
      case 22 -> pen.encodedColour(cursor.integer());
      case 23 -> pen.lineWeight(cursor.integer());
      case 25 -> pen.thickness = cursor.number();
      case 27, 28 -> {} // clipping: what is outside is shown as well
      case 29, 30 -> pen.push(matrix(cursor));
      case 31 -> pen.pop();
      default -> drawn(command, cursor, data);
    }
  }

  private void drawn(int command, ByteCursor cursor, ByteBuffer data) {
    var drawn =
        switch (command) {
          case 2 -> curves.circle(cursor);
          case 3 -> curves.circleThroughThree(cursor);
          case 4 -> curves.arc(cursor);
          case 5 -> curves.arcThroughThree(cursor);
          case 6 -> curves.polyline(cursor, false);
          case 7 -> curves.polygon(cursor);
          case 8 -> surfaces.grid(cursor);
          case 9 -> surfaces.shell(cursor);
          case 10 -> texts.text(cursor, false);
          case 11 -> texts.styled(cursor, false);
          case 32 -> curves.polyline(cursor, true);
          case 33 -> {
            var bits = new BitCursor(data);
            var polyline = curves.bulged(bits);
            damaged |= bits.isDamaged();
            yield polyline;
          }
          case 36 -> texts.text(cursor, true);
          case 38 -> texts.styled(cursor, true);
          case 44 -> curves.ellipticArc(cursor);
          default -> {
            passedOver++;
            yield List.<DrawingItem>of();
          }
        };
    damaged |= cursor.isDamaged();
    if (!cursor.isDamaged()) {
      var map = pen.map();
      for (var item : drawn) {
        items.add(map.equals(Affine3.IDENTITY) ? item : item.transformed(map));
      }
    }
    pen.fill = false;
  }

  /** Row by row, the translation in the last column. */
  private static Affine3 matrix(ByteCursor cursor) {
    var m = new double[16];
    for (int i = 0; i < 16; i++) {
      m[i] = cursor.number();
    }
    return cursor.isDamaged()
        ? Affine3.IDENTITY
        : new Affine3(
            new Vec3(m[0], m[4], m[8]),
            new Vec3(m[1], m[5], m[9]),
            new Vec3(m[2], m[6], m[10]),
            new Vec3(m[3], m[7], m[11]));
  }
}
