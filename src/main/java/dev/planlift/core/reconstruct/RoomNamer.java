package dev.planlift.core.reconstruct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Names rooms by the texts that stand in them: by words that name rooms where there are such, by
 * what looks most like a title else. Texts over each other are one name; names of several rooms in
 * one open space are joined.
 */
final class RoomNamer {
  /** What stands between the names of rooms that are one space. */
  static final String AND = " / ";

  /** Names smaller than this share of the tallest one name things in the room. */
  private static final double NAME_HEIGHT = 0.7;

  private static final int MOST_NAMES = 3;
  private static final int TITLE_WORDS = 4;

  /** A printed figure without unit that is the area to this share is meant as the area. */
  private static final double SAME_AREA = 0.02;

  /** How far a number or an area stands off its name at most, text heights. */
  private static final double NEAR = 5;

  /** Of four figures, which may as well be a length. */
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{4}");

  /** So many rooms of a floor with such numbers are numbered so. */
  private static final int ENOUGH_NUMBERED = 5;

  /** Symbols and layers whose texts speak of them, not of the room they stand in. */
  private static final Set<Role> OTHERS =
      Set.of(Role.DOOR, Role.WINDOW, Role.GRID, Role.DIMENSION, Role.FRAME, Role.STAIR);

  private final HPRtree labels = new HPRtree();
  private final double metresPerUnit;
  private final LineWork work;
  private final List<Said> said = new ArrayList<>();
  private boolean longNumbers;

  RoomNamer(LineWork work, double metresPerUnit) {
    this.metresPerUnit = metresPerUnit;
    this.work = work;
    for (var label : work.labels()) {
      var text = RoomText.of(label.text().text());
      if (!text.isEmpty() && !speaksOfOthers(work, label, text)) {
        said.add(new Said(label, text));
        labels.insert(new Envelope(label.center()), said.getLast());
      }
    }
  }

  private static boolean speaksOfOthers(LineWork work, LineWork.Label label, RoomText text) {
    if (text.named()) {
      return false;
    }
    var names = new ArrayList<String>();
    names.add(label.text().appearance().layer().name());
    work.seen().get(label.item()).inside().forEach(i -> names.add(i.symbol().name()));
    return names.stream().map(LayerWords.STANDARD::roleOf).anyMatch(OTHERS::contains);
  }

  /** Names rooms, by what stands in them, and where nothing there does by leaders. */
  List<RoomName> of(List<Polygon> rooms) {
    longNumbers = haveLongNumbers(rooms);
    var led = LeaderNames.of(rooms, said, work, metresPerUnit);
    var names = new ArrayList<RoomName>();
    for (int i = 0; i < rooms.size(); i++) {
      names.add(of(rooms.get(i), led.getOrDefault(i, List.of())));
    }
    return names;
  }

  private RoomName of(Polygon room, List<Said> led) {
    var inside = said.isEmpty() ? new ArrayList<Said>() : inside(room);
    if (inside.stream().noneMatch(one -> one.text().named())) {
      inside.addAll(led);
    }
    if (inside.isEmpty()) {
      return RoomName.NONE;
    }
    var titles = titles(room, inside);
    var texts = new ArrayList<>(titles.stream().flatMap(title -> title.texts().stream()).toList());
    var area = area(room, titles, inside, texts);
    var number = number(room, texts, inside);
    var label = String.join(AND, titles.stream().map(RoomTitle::name).distinct().toList());
    number.ifPresent(said -> texts.add(said));
    var numbered = number.map(said -> said.text().number()).orElse("");
    return new RoomName(
        label.isEmpty() ? numbered : label,
        numbered,
        area,
        texts.stream().map(Said::label).distinct().toList(),
        titles.stream().anyMatch(RoomTitle::named));
  }

  private List<Said> inside(Polygon room) {
    var inside = new ArrayList<Said>();
    var locator = new IndexedPointInAreaLocator(room);
    labels.query(
        room.getEnvelopeInternal(),
        item -> {
          if (item instanceof Said said && locator.locate(said.place()) == Location.INTERIOR) {
            inside.add(said);
          }
        });
    Said.sort(inside);
    return inside;
  }

  /** The names, from top to bottom. */
  private List<RoomTitle> titles(Polygon room, List<Said> inside) {
    var naming = inside.stream().filter(said -> !said.text().name().isEmpty()).toList();
    var all =
        Said.stacked(naming, metresPerUnit).stream()
            .flatMap(stack -> RoomTitle.of(stack).stream())
            .toList();
    var named = all.stream().filter(RoomTitle::named).toList();
    return named.isEmpty() ? title(room, all) : rooms(room, named);
  }

  /** Of titles that speak of rooms those that count, no remarks in their midst. */
  private static List<RoomTitle> rooms(Polygon room, List<RoomTitle> named) {
    double tallest = named.stream().mapToDouble(RoomTitle::height).max().orElseThrow();
    int shortest = named.stream().mapToInt(RoomTitle::words).min().orElseThrow();
    var center = room.getCentroid().getCoordinate();
    var kept =
        named.stream()
            .filter(title -> title.height() >= NAME_HEIGHT * tallest)
            .filter(title -> title.words() <= Math.max(TITLE_WORDS - 1, shortest))
            .sorted(Comparator.comparingDouble(title -> title.place().distance(center)))
            .limit(MOST_NAMES)
            .toList();
    return named.stream().filter(kept::contains).toList();
  }

  /** The tallest short text near the middle. */
  private static List<RoomTitle> title(Polygon room, List<RoomTitle> all) {
    var brief = all.stream().filter(title -> title.words() <= TITLE_WORDS).toList();
    double tallest = brief.stream().mapToDouble(RoomTitle::height).max().orElse(0);
    var center = room.getCentroid().getCoordinate();
    double size = Math.sqrt(room.getArea());
    return brief.stream()
        .filter(title -> title.height() >= NAME_HEIGHT * tallest)
        .min(
            Comparator.comparingDouble(
                title -> title.place().distance(center) / size - title.height() / tallest))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<Said> number(Polygon room, List<Said> names, List<Said> inside) {
    var numbers =
        inside.stream()
            .filter(said -> !said.text().number().isEmpty())
            .filter(said -> !isArea(said, room))
            .toList();
    var own = numbers.stream().filter(names::contains).findFirst();
    if (own.isPresent()) {
      return own;
    }
    if (names.isEmpty()) {
      var plain = numbers.stream().filter(said -> !isPlain(said.text().number())).toList();
      return plain.size() == 1 ? Optional.of(plain.getFirst()) : Optional.empty();
    }
    return nearest(numbers, names, room);
  }

  /** A number that may as well be a length or the size of a door. */
  private boolean isPlain(String number) {
    return number.matches("\\d{1,2}[.,-]\\d{1,2}|\\d{4,}")
        && !(longNumbers && LONG_NUMBER.matcher(number).matches());
  }

  /** Whether rooms are numbered 3101, 3103 …: each once, alone in its room, on one floor. */
  private boolean haveLongNumbers(List<Polygon> rooms) {
    if (said.isEmpty()) {
      return false;
    }
    var alone =
        rooms.stream()
            .map(this::inside)
            .filter(inside -> inside.size() == 1)
            .map(inside -> inside.getFirst().text().number())
            .filter(number -> LONG_NUMBER.matcher(number).matches())
            .toList();
    return alone.size() >= ENOUGH_NUMBERED
        && alone.stream().distinct().count() == alone.size()
        && alone.stream().map(number -> number.charAt(0)).distinct().count() == 1;
  }

  private static boolean isArea(Said said, Polygon room) {
    var number = said.text().number().replace(',', '.');
    return number.matches("\\d+\\.\\d{1,2}")
        && Math.abs(Double.parseDouble(number) / room.getArea() - 1) < SAME_AREA;
  }

  private Optional<Said> nearest(List<Said> of, List<Said> names, Polygon room) {
    var at = names.isEmpty() ? room.getCentroid().getCoordinate() : names.getLast().place();
    return of.stream()
        .filter(
            said ->
                names.isEmpty()
                    || names.stream().anyMatch(name -> name.near(said, NEAR, metresPerUnit)))
        .min(Comparator.comparingDouble(said -> said.place().distance(at)));
  }

  /** The area printed with the name; of several named spaces in one the sum of theirs. */
  private Optional<PrintedArea> area(
      Polygon room, List<RoomTitle> titles, List<Said> inside, List<Said> names) {
    var printed = inside.stream().filter(said -> said.text().area().isPresent()).toList();
    if (titles.size() > 1) {
      return printed.size() == titles.size()
          ? Optional.of(PrintedArea.sum(printed.stream().map(RoomNamer::area).toList()))
          : Optional.empty();
    }
    var own = printed.stream().filter(names::contains).findFirst();
    return own.or(() -> nearest(printed, names, room)).map(RoomNamer::area);
  }

  private static PrintedArea area(Said said) {
    return said.text().area().orElseThrow();
  }
}
