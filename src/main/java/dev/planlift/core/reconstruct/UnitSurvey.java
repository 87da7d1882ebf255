package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.Expansion;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.MeasuredDimension;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.drawing.SymbolInstance;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.geom.Vec3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers what tells a drawing's unit in one pass. One use, one thread. */
final class UnitSurvey implements Expansion.Visitor {
  private static final Pattern SCALE =
      Pattern.compile("(?<![\\d.:/])1\\s*[:/]\\s*(\\d{1,4})(?![\\d.:/\"'])");
  private static final Set<Integer> SCALES = Set.of(5, 10, 20, 25, 50, 75, 100, 125, 200, 250, 500);

  private static final int MOST_TEXTS = 200;
  private static final int MAX_LETTERS = 80;
  private static final int ENOUGH_WALLS = 8;
  private static final int ENOUGH_SWINGS = 3;
  private static final int ENOUGH_ROOMS = 2;

  /** The middle one of so many doors is no odd one. */
  private static final int PLENTY_OF_SWINGS = 10;

  private final boolean paper;
  private final Samples heights = new Samples();
  private final Samples xs = new Samples();
  private final Samples ys = new Samples();
  private final Samples widths = new Samples();
  private final List<Segment.EllipticArc> quarters = new ArrayList<>();
  private final List<TextLabel> texts = new ArrayList<>();
  private final UnitLines lines = new UnitLines();
  private final UnitLines walls = new UnitLines();
  private final WrittenDimensions dimensions = new WrittenDimensions();
  private final Map<String, Role> roles = new HashMap<>();

  /** How large a symbol is drawn over how large such things are, in metres; 0 for other symbols. */
  private final IdentityHashMap<Symbol, Double> things = new IdentityHashMap<>();

  private final Samples offThings = new Samples();
  private @Nullable SymbolInstance lastInstance;
  private final Set<Integer> scales = new HashSet<>();
  private int roomWords;

  /**
   * @param paper whether sizes of texts are those on paper, which say nothing of what is drawn
   */
  UnitSurvey(boolean paper) {
    this.paper = paper;
  }

  @Override
  public void seen(DrawingItem item, List<SymbolInstance> inside) {
    if (!inside.isEmpty()) {
      look(inside.getFirst());
    }
    switch (item) {
      case TextLabel text -> look(text);
      case MeasuredDimension dimension -> dimensions.add(dimension);
      case Path path -> look(path, role(path.appearance().layer().name()));
      case FilledRegion region -> look(region, role(region.appearance().layer().name()));
      default -> {}
    }
  }

  /** A wall may be drawn as a fill alone. */
  private void look(FilledRegion region, Role role) {
    if (role == Role.WALL) {
      walls.add(region);
    }
    if (role == Role.WALL || role == Role.UNKNOWN || role == Role.COLUMN) {
      lines.add(region);
    }
  }

  private Role role(String name) {
    return roles.computeIfAbsent(name, LayerWords.STANDARD::roleOf);
  }

  // An instance is the same object for all that is in it.
  @SuppressWarnings("ReferenceEquality")
  private void look(SymbolInstance instance) {
    if (instance == lastInstance) {
      return;
    }
    lastInstance = instance;
    double drawn = things.computeIfAbsent(instance.symbol(), UnitSurvey::drawnOverUsual);
    if (drawn > 0) {
      offThings.add(drawn * instance.placement().planScale());
    }
  }

  private static double drawnOverUsual(Symbol symbol) {
    return ThingSizes.STANDARD
        .of(symbol.name())
        .map(range -> ItemUses.size(symbol) / Math.sqrt(range.lowM() * range.highM()))
        .orElse(0.0);
  }

  private void look(TextLabel text) {
    heights.add(text.height());
    role(text.appearance().layer().name());
    if (texts.size() < MOST_TEXTS && text.text().length() <= MAX_LETTERS) {
      texts.add(text);
      if (ViewWords.STANDARD.speaksOf(ViewWords.Topic.ROOM, text.text())) {
        roomWords++;
      }
    }
    if (text.text().length() <= MAX_LETTERS && text.text().contains("1")) {
      scaleOf(text.text());
    }
  }

  private void scaleOf(String text) {
    var found = SCALE.matcher(text);
    if (found.find() && SCALES.contains(Integer.valueOf(found.group(1)))) {
      scales.add(Integer.valueOf(found.group(1)));
    }
  }

  private void look(Path path, Role role) {
    if (path.auxiliary()) {
      return;
    }
    for (var segment : path.segments()) {
      add(segment.start());
      add(segment.end());
      if (segment instanceof Segment.EllipticArc arc && isQuarter(arc)) {
        quarters.add(arc);
      }
    }
    switch (role) {
      case WALL -> {
        walls.add(path);
        lines.add(path);
        if (path.stroke().isWide() && !paper) {
          widths.add(path.stroke().startWidth());
        }
      }
      case UNKNOWN, ROOM, WINDOW, COLUMN -> lines.add(path);
      case DOOR, DIMENSION, TEXT, FRAME, GRID, HATCH, FURNITURE, STAIR, ROOF -> {}
    }
  }

  private void add(Vec3 end) {
    xs.add(end.x());
    ys.add(end.y());
  }

  private static boolean isQuarter(Segment.EllipticArc arc) {
    double sweep = Math.abs(arc.sweepRad());
    return sweep > Math.toRadians(75) && sweep < Math.toRadians(100);
  }

  List<Segment.EllipticArc> quarters() {
    return quarters;
  }

  /** All that was found, with the radii of the doors among the quarter circles, ascending. */
  UnitEvidence evidence(double[] swings) {
    lines.turn();
    walls.turn();
    var rooms = new WrittenRooms(lines, texts);
    boolean building =
        roles.values().stream().anyMatch(UnitSurvey::isOfBuilding)
            || swings.length >= ENOUGH_SWINGS
            || roomWords >= ENOUGH_ROOMS
            || rooms.count() >= ENOUGH_ROOMS;
    var sizes = new ArrayList<UnitClue.Size>();
    swings(swings).ifPresent(sizes::add);
    thickness().ifPresent(sizes::add);
    things().ifPresent(sizes::add);
    rooms
        .breadth(roomWords >= ENOUGH_ROOMS || roles.containsValue(Role.ROOM))
        .ifPresent(sizes::add);
    var clues = new ArrayList<UnitClue>();
    dimensions.clue().ifPresent(clues::add);
    rooms.written().map(clue -> paper ? weaker(clue) : clue).ifPresent(clues::add);
    boolean tells = !sizes.isEmpty() || !clues.isEmpty();
    if (heights.size() > 0 && !paper) {
      sizes.add(new UnitClue.Size("texts are %.3g m high", heights.median(), 0.08, 0.5, 1, 2.5));
    }
    double extents = Math.max(xs.middle(), ys.middle());
    if (extents > 0) {
      double most = paper ? 300 : 150; // with what is around it on the sheet
      sizes.add(new UnitClue.Size("what is drawn extends over %.3g m", extents, 4, most, 1.2, 4));
    }
    sizes.forEach(size -> clues.add(building ? size : size.weaker(0.4)));
    return new UnitEvidence(clues, building, tells, scales);
  }

  /** On paper furniture is no longer told from walls, and stands in the way. */
  private static UnitClue weaker(UnitClue clue) {
    return clue instanceof UnitClue.Written w
        ? new UnitClue.Written(w.what(), w.readings(), w.tolerance(), 0.6 * w.most())
        : clue;
  }

  private static boolean isOfBuilding(Role role) {
    return role == Role.WALL || role == Role.DOOR || role == Role.WINDOW || role == Role.ROOM;
  }

  private static Optional<UnitClue.Size> swings(double[] swings) {
    if (swings.length == 0) {
      return Optional.empty();
    }
    boolean many = swings.length >= ENOUGH_SWINGS;
    boolean plenty = swings.length >= PLENTY_OF_SWINGS;
    return Optional.of(
        new UnitClue.Size(
            swings.length + " quarter circles (door swings) of %.3g m",
            swings[swings.length / 2],
            plenty ? 0.74 : 0.68,
            plenty ? 0.98 : 1.05,
            many ? 7 : 4,
            many ? 9 : 4));
  }

  private Optional<UnitClue.Size> thickness() {
    if (widths.size() > 0) {
      return Optional.of(wallSize(widths.median(), true));
    }
    boolean named = walls.count() >= ENOUGH_WALLS && !paper; // there they are filled by strokes
    var thickness = named ? walls.thickness() : lines.thickness();
    return thickness.isPresent()
        ? Optional.of(wallSize(thickness.getAsDouble(), named))
        : Optional.empty();
  }

  private static UnitClue.Size wallSize(double size, boolean named) {
    return named
        ? new UnitClue.Size("walls are %.3g m thick", size, 0.08, 0.5, 2.5, 5)
        : new UnitClue.Size("lines beside each other are %.3g m apart", size, 0.08, 0.5, 1, 2);
  }

  private Optional<UnitClue.Size> things() {
    if (offThings.size() == 0) {
      return Optional.empty();
    }
    boolean many = offThings.size() >= ENOUGH_SWINGS;
    return Optional.of(
        new UnitClue.Size(
            "things such as doors and beds are %.2g times their usual size",
            offThings.median(), 0.7, 1.45, many ? 4 : 3, many ? 6 : 3));
  }
}
