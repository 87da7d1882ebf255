package dev.planlift.core.dxf;

import dev.planlift.core.source.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The layers by name, upper and lower case alike, in the drawing's order. */
final class LayerTable {
  private static final int FROZEN = 1;
  private static final int LOCKED = 4;
  private static final int WHITE = 7;
  private static final int APPLICATION = 1001;
  private static final int EXTENDED_INTEGER = 1071;

  /** Where dimensions keep their points: shown by CAD, never plotted. */
  private static final String POINTS = "DEFPOINTS";

  /** A layer and why it is not seen. */
  record Entry(Layer layer, boolean off, boolean frozen) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>();
  private final @Nullable LayerTable host;
  private final String reference;

  /** By their names as they were written; without those whose record came since. */
  private final Map<String, Entry> written = new HashMap<>();

  private final Set<String> guessed = new HashSet<>();
  private boolean late;

  LayerTable() {
    this(null, "");
  }

  private LayerTable(@Nullable LayerTable host, String reference) {
    this.host = host;
    this.reference = reference;
  }

  /**
   * The layers of a drawing that this one refers to. They go by the reference's name here, {@code
   * reference|layer}, and look as this table says where it has that name.
   */
  LayerTable ofReference(String name) {
    return new LayerTable(this, name);
  }

  /** Takes in the layers of a drawing that was read with a table {@link #ofReference}. */
  void adopt(LayerTable reference) {
    for (var entry : reference.entries.values()) {
      var name = entry.layer().name();
      if (!name.equals(Layer.ZERO.name())) {
        entries.putIfAbsent(key(name), entry);
      }
    }
  }

  private Optional<Entry> known(String name) {
    return Optional.ofNullable(entries.get(key(name))).or(() -> inHost(name));
  }

  /** The name by which a layer goes in the outermost drawing; those of nested ones have theirs. */
  private String dependent(String name) {
    boolean own = reference.isEmpty() || name.equals(Layer.ZERO.name()) || name.indexOf('|') >= 0;
    return own ? name : reference + "|" + name;
  }

  /** Reads the LAYER record whose start the reader stands on, up to the next structure. */
  void read(TagReader tags) {
    String name = "";
    int colour = WHITE;
    int trueColour = -1;
    int flags = 0;
    boolean plotted = true;
    String lineType = "CONTINUOUS";
    int weight = -1;
    double opacity = 1;
    String application = "";
    while (tags.next() && tags.code() != GroupCode.STRUCTURE) {
      switch (tags.code()) {
        case GroupCode.NAME -> name = tags.name();
        case GroupCode.COLOUR_INDEX -> colour = tags.integer();
        case GroupCode.TRUE_COLOUR -> trueColour = tags.integer() & 0xFFFFFF;
        case GroupCode.FLAGS -> flags = tags.integer();
        case 290 -> plotted = tags.integer() != 0;
        case GroupCode.LINE_TYPE -> lineType = tags.name();
        case GroupCode.LINE_WEIGHT -> weight = tags.integer();
        case APPLICATION -> application = tags.name();
        case EXTENDED_INTEGER -> {
          if (application.equalsIgnoreCase("AcCmTransparency")) {
            opacity = opacity(tags.integer());
          }
        }
        default -> {}
      }
    }
    tags.stay();
    if (!name.isEmpty()) {
      late |= guessed.remove(key(name));
      int rgb = trueColour >= 0 ? trueColour : ColourIndex.rgb(Math.abs(colour));
      boolean off = colour < 0;
      boolean frozen = (flags & FROZEN) != 0;
      boolean inPrint = plotted && !key(name).equals(POINTS);
      put(
          new Layer(
              dependent(PlainText.decoded(name)),
              rgb,
              !off && !frozen,
              inPrint,
              (flags & LOCKED) != 0,
              PlainText.decoded(lineType),
              weight < 0 ? -1 : weight / 100.0,
              opacity),
          key(name),
          off,
          frozen);
    }
  }

  /** A value of its own has bit 25 set and the opacity in the lowest byte. */
  private static double opacity(int value) {
    return (value & 0x2000000) == 0 ? 1 : (value & 0xFF) / 255.0;
  }

  private Entry put(Layer layer, String key, boolean off, boolean frozen) {
    var entry = inHost(layer.name()).orElse(new Entry(layer, off, frozen));
    if (entries.put(key, entry) == null) {
      order.add(key);
    }
    written.clear();
    return entry;
  }

  /** What the drawings around say of a layer. */
  private Optional<Entry> inHost(String name) {
    return host == null ? Optional.empty() : host.known(name);
  }

  /** The layer of a name; a white visible one where the table has none. */
  Entry get(String name) {
    var known = written.get(name);
    return known == null ? firstTime(name) : known;
  }

  private Entry firstTime(String name) {
    var entry = entries.get(key(name));
    if (entry == null) {
      var key = key(name);
      var own = dependent(PlainText.decoded(name));
      var layer = new Layer(own, ColourIndex.rgb(WHITE), true, !key.equals(POINTS));
      entry = put(layer, key, false, false);
      guessed.add(key);
    }
    written.put(name, entry);
    return entry;
  }

  /** Whether a layer was asked for before its record was read. */
  boolean cameLate() {
    return late;
  }

  /** The layer at a place in the table, counted from 0. */
  Optional<Layer> at(int index) {
    return index < 0 || index >= order.size()
        ? Optional.empty()
        : Optional.ofNullable(entries.get(order.get(index))).map(Entry::layer);
  }

  private static String key(String name) {
    return PlainText.decoded(name).toUpperCase(Locale.ROOT);
  }

  List<Layer> layers() {
    var layers = new ArrayList<Layer>();
    entries.values().forEach(entry -> layers.add(entry.layer()));
    return layers;
  }
}
