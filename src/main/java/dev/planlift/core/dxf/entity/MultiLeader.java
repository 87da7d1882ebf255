package dev.planlift.core.dxf.entity;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.dxf.TagReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * MULTILEADER, in some files MLEADER: leaders and the text or block they lead to. What is drawn is
 * all in its context data, in world coordinates. DXF Reference, MLEADER; meanings after ezdxf,
 * {@code entities/mleader.py}.
 */
final class MultiLeader extends Entity {
  private static final int CONTEXT = 300;
  private static final int CONTEXT_END = 301;
  private static final int LEADER = 302;
  private static final int LEADER_END = 303;
  private static final int LINE = 304;
  private static final int LINE_END = 305;
  private static final int INVISIBLE = 0;
  private static final int SPLINE = 2;

  /** So many lines in all; there is no drawing with more. */
  private static final int MAX_LINES = 100_000;

  /** Where the groups being read stand. */
  private enum Level {
    ENTITY,
    CONTEXT,
    LEADER,
    LINE
  }

  private final String type;
  private final MultiLeaderContent content = new MultiLeaderContent();
  private final List<LeaderRoot> roots = new ArrayList<>();
  private final Map<Integer, String> heads = new HashMap<>(0);
  private Level level = Level.ENTITY;
  private int lines;
  private int kind = 1;
  private int colour;
  private int headIndex;
  private boolean landed = true;
  private String head = "";

  MultiLeader(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public Needs needs() {
    return Needs.DEFINITIONS;
  }

  @Override
  void own(int code, TagReader tag) {
    switch (level) {
      case ENTITY -> entity(code, tag);
      case CONTEXT -> context(code, tag);
      case LEADER -> leader(code, tag);
      case LINE -> {
        if (code == LINE_END) {
          level = Level.LEADER;
        } else if (lines <= MAX_LINES) {
          roots.getLast().branches.getLast().take(code, tag);
        }
      }
    }
  }

  private void entity(int code, TagReader tag) {
    switch (code) {
      case CONTEXT -> level = Level.CONTEXT;
      case 91 -> colour = tag.integer();
      case 94 -> headIndex = tag.integer();
      case 170 -> kind = tag.integer();
      case 291 -> landed = tag.integer() != 0;
      case 342 -> head = tag.name();
      case 345 -> {
        if (heads.size() < MAX_LINES) {
          heads.put(headIndex, tag.name());
        }
      }
      default -> content.entity(code, tag);
    }
  }

  private void context(int code, TagReader tag) {
    if (code == CONTEXT_END) {
      level = Level.ENTITY;
    } else if (code == LEADER) {
      level = Level.LEADER;
      if (roots.size() <= MAX_LINES) {
        roots.add(new LeaderRoot());
      }
    } else {
      content.take(code, tag);
    }
  }

  private void leader(int code, TagReader tag) {
    if (code == LEADER_END) {
      level = Level.CONTEXT;
    } else if (code == LINE) {
      level = Level.LINE;
      if (++lines <= MAX_LINES) {
        roots.getLast().branches.add(new LeaderRoot.Branch());
      }
    } else {
      roots.getLast().take(code, tag);
    }
  }

  @Override
  public Result convert(Scope scope) {
    var items = new ArrayList<DrawingItem>(content.items(appearance(scope), source(), scope));
    if (kind != INVISIBLE) {
      var look = RawColour.on(appearance(scope), colour);
      var drawing =
          new LeaderDrawing(kind == SPLINE, landed, content.normal(), scope, look, source());
      for (var root : roots) {
        items.addAll(drawing.of(root, index -> head(index, scope)));
        underline(root, items);
      }
    }
    if (items.isEmpty()) {
      return Result.degenerate("A multileader without lines and without content");
    }
    boolean cut =
        lines > MAX_LINES
            || roots.stream().flatMap(r -> r.branches.stream()).anyMatch(b -> b.points.isCut());
    return cut
        ? Result.approximated(items, "ENTITY_BUDGET", "A multileader has too many lines or points")
        : Result.of(items);
  }

  private ArrowHead head(int index, Scope scope) {
    var handle = heads.getOrDefault(index, head);
    return new ArrowHead(scope.definitions().blockName(handle).orElse(""), content.arrowSize());
  }

  /** Some styles draw the landing on beneath the text. */
  private void underline(LeaderRoot root, List<DrawingItem> items) {
    if (root.isVertical() || items.isEmpty() || !(items.getFirst() instanceof TextLabel label)) {
      return;
    }
    var from = root.end.toVec3().plus(root.landing());
    boolean rightwards = label.center().minus(from).dot(label.direction()) > 0;
    if (content.isUnderlined(rightwards)) {
      double length = label.width() + content.gap();
      var to = from.plus(label.direction().times(rightwards ? length : -length));
      var line = Segment.Polyline.between(from, to);
      items.add(new Path(List.of(line), false, label.appearance(), source()));
    }
  }
}
