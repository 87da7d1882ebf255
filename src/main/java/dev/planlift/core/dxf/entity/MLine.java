package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * MLINE: parallel lines along a chain of vertices. Each vertex carries, for each line, how far off
 * it passes along the mitre, and where on the way to the next vertex it is cut; so its style need
 * not be known. DXF Reference, MLINE.
 */
final class MLine extends Entity {
  private static final int CLOSED = 2;

  /** A vertex, its directions, and the parameters of each line there. */
  private static final class Joint {
    final double[] at = new double[3];
    final double[] direction = new double[3];
    final double[] mitre = new double[3];
    final List<Doubles> lines = new ArrayList<>();
  }

  private final List<Joint> joints = new ArrayList<>();
  private int flags;

  @Override
  public String type() {
    return "MLINE";
  }

  @Override
  void own(int code, TagReader tag) {
    if (code == 71) {
      flags = tag.integer();
      return;
    }
    if (code == 11) {
      joints.add(new Joint());
    }
    if (joints.isEmpty()) {
      return;
    }
    var joint = joints.getLast();
    switch (code) {
      case 11, 21, 31 -> joint.at[code / 10 - 1] = tag.number();
      case 12, 22, 32 -> joint.direction[code / 10 - 1] = tag.number();
      case 13, 23, 33 -> joint.mitre[code / 10 - 1] = tag.number();
      case 74 -> joint.lines.add(new Doubles());
      case 41 -> {
        if (!joint.lines.isEmpty()) {
          joint.lines.getLast().add(tag.number());
        }
      }
      default -> {}
    }
  }

  @Override
  public Result convert(Scope scope) {
    boolean closed = (flags & CLOSED) != 0;
    if (joints.size() < 2) {
      return Result.degenerate("A multiline of " + joints.size() + " vertices");
    }
    int lines = joints.stream().mapToInt(j -> j.lines.size()).min().orElse(0);
    var paths = new ArrayList<Path>();
    for (int line = 0; line < lines; line++) {
      addLine(line, closed, scope, paths);
    }
    return paths.isEmpty() ? Result.degenerate("A multiline without lines") : Result.of(paths);
  }

  private void addLine(int line, boolean closed, Scope scope, List<Path> paths) {
    boolean whole = joints.stream().allMatch(j -> j.lines.get(line).size() <= 2);
    if (whole) {
      var xyz = new Doubles();
      joints.forEach(joint -> add(xyz, point(joint, line)));
      paths.add(path(xyz, closed, scope));
      return;
    }
    int pieces = closed ? joints.size() : joints.size() - 1;
    for (int i = 0; i < pieces; i++) {
      addPieces(joints.get(i), joints.get((i + 1) % joints.size()), line, scope, paths);
    }
  }

  /** Behind the mitre distance stand, by turns, where the line begins and where it is cut. */
  private void addPieces(Joint from, Joint to, int line, Scope scope, List<Path> paths) {
    var parameters = from.lines.get(line);
    var start = point(from, line);
    var end = point(to, line);
    var direction = vector(from.direction).normalized();
    for (int i = 1; i < Math.max(2, parameters.size()); i += 2) {
      var a = i < parameters.size() ? start.plus(direction.times(parameters.get(i))) : start;
      boolean cut = i + 1 < parameters.size();
      var b = cut ? start.plus(direction.times(parameters.get(i + 1))) : end;
      if (!a.equals(b)) {
        var xyz = new Doubles();
        add(xyz, a);
        add(xyz, b);
        paths.add(path(xyz, false, scope));
      }
    }
  }

  private Path path(Doubles xyz, boolean closed, Scope scope) {
    return new Path(
        List.of(new Segment.Polyline(xyz.toArray())), closed, appearance(scope), source());
  }

  private static Vec3 point(Joint joint, int line) {
    var parameters = joint.lines.get(line);
    double off = parameters.isEmpty() ? 0 : parameters.get(0);
    return vector(joint.at).plus(vector(joint.mitre).times(off));
  }

  private static Vec3 vector(double[] xyz) {
    return new Vec3(xyz[0], xyz[1], xyz[2]);
  }

  private static void add(Doubles xyz, Vec3 p) {
    xyz.add(p.x());
    xyz.add(p.y());
    xyz.add(p.z());
  }
}
