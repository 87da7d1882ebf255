package dev.planlift.core.reconstruct;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.FilledRegion;
import dev.planlift.core.drawing.PageSummary;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.TextLabel;
import dev.planlift.core.source.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What on a page of line work speaks for a plan and against one. One use, one thread. */
final class PageClues {
  /** Written this much larger than the middle one of the texts, it is the title of all. */
  private static final double PROMINENT = 1.4;

  private static final int MANY_TEXTS = 20;
  private static final double MOSTLY = 0.6;
  private static final int FEW_LINES = 25;
  private static final int HARDLY_LINES = 8;

  /** So many names are rooms', even where each says something else as well. */
  private static final int MANY_ROOMS = 5;

  private static final int SOME_TEXTS = 5;

  /** Parts of the line work that stand apart in boxes. */
  private static final double BOXES = 0.65;

  private static final double NOTHING_BUT_BOXES = 0.85;

  private final List<PageClue> clues = new ArrayList<>();

  static List<PageClue> of(PageSummary page) {
    var clues = new PageClues();
    clues.titles(page.texts());
    clues.texts(PageTexts.of(page.texts()), page.texts());
    clues.layers(page.items());
    if (page.items().stream().anyMatch(i -> i instanceof Path || i instanceof FilledRegion)) {
      var shapes = PageShapes.of(PageLines.of(page.items()));
      clues.shapes(shapes);
      clues.boxes(shapes, page.texts().size());
    }
    return List.copyOf(clues.clues);
  }

  private void say(double odds, String words) {
    clues.add(new PageClue(odds, words));
  }

  private void titles(List<TextLabel> texts) {
    var tallest = PageTexts.tallest(texts);
    double[] heights = texts.stream().mapToDouble(TextLabel::height).sorted().toArray();
    var plan = first(tallest, PageClues::isPlan);
    if (plan.isPresent()) {
      boolean storeyOnly = plan.get().title().topic().isEmpty();
      say(storeyOnly ? 2 : 3, "titled \"" + plan.get().title().text() + "\"");
      return;
    }
    first(tallest, PageClues::isOther)
        .ifPresent(
            other -> {
              boolean prominent = other.height() > PROMINENT * heights[heights.length / 2];
              var topic = other.title().topic().map(Enum::name).orElse("").toLowerCase(Locale.ROOT);
              say(prominent ? -2.5 : -1.5, topic + ", titled \"" + other.title().text() + "\"");
            });
  }

  private record Titled(ViewTitle title, double height) {}

  private static Optional<Titled> first(List<TextLabel> tallest, Predicate<ViewTitle> which) {
    return tallest.stream()
        .flatMap(
            text ->
                ViewTitle.of(text.text()).stream().map(title -> new Titled(title, text.height())))
        .filter(titled -> which.test(titled.title()))
        .findFirst();
  }

  private static boolean isPlan(ViewTitle title) {
    return title.topic().isEmpty()
        || ViewWords.STANDARD.speaksOf(ViewWords.Topic.PLAN, title.text())
        || (title.topic().get() == ViewWords.Topic.SERVICES && title.storey().isPresent());
  }

  private static boolean isOther(ViewTitle title) {
    return title.topic().isPresent() && title.topic().get() != ViewWords.Topic.LEGEND;
  }

  private void texts(PageTexts told, List<TextLabel> texts) {
    if (told.rooms() > 0) {
      boolean several = told.rooms() > 2 && (told.plainRooms() > 0 || told.rooms() > MANY_ROOMS);
      say(several ? 2.5 : 0.8, told.rooms() + " names of rooms");
    }
    if (told.heights() > 0) {
      say(-2.5, told.heights() + " marks of heights over each other");
    }
    if (told.currents() > 2) {
      say(-2, told.currents() + " texts of currents and cables");
    }
    if (told.axes()) {
      say(-2.5, "numbers in equal steps along two axes");
    }
    if (told.tabled() > MOSTLY && texts.size() >= MANY_TEXTS) {
      say(-2, "texts in rows and columns");
    }
    if (DrawnScale.in(texts.stream().map(TextLabel::text).toList()).isOfDetails()) {
      say(-1.5, "a scale that details are drawn at");
    }
  }

  /** An elevation may have its walls on their layer as well. */
  private void layers(List<DrawingItem> items) {
    boolean walls =
        items.stream()
            .map(item -> item.appearance().layer())
            .filter(Layer::visible)
            .map(Layer::name)
            .distinct()
            .anyMatch(name -> LayerWords.STANDARD.roleOf(name) == Role.WALL);
    if (walls) {
      say(1.5, "a layer of walls");
    }
  }

  private void shapes(PageShapes shapes) {
    if (shapes.doors() > 0) {
      say(shapes.doors() > 2 ? 2.5 : 1.2, shapes.doors() + " doors that swing");
    }
    if (shapes.walls() > 0.1) {
      say(shapes.walls() > 0.2 ? 1.5 : 0.7, "lines in pairs, as of walls, both ways");
    } else if (shapes.walls() < 0.02) {
      say(-0.5, "hardly lines in pairs");
    }
    if (shapes.squared() < 0.55) {
      say(shapes.squared() < 0.35 ? -2 : -0.8, "lines in many directions");
    }
    if (shapes.winding() > 0.35) {
      say(shapes.winding() > 0.6 ? -2 : -0.8, "large curves");
    }
    if (shapes.gables() > 0) {
      say(shapes.gables() > 1 ? -2.2 : -1.5, "slopes that meet in a ridge");
    }
    if (shapes.grounds() > 0) {
      say(-1.2, "a line of the ground with things standing on it");
    }
    if (shapes.lines() < FEW_LINES) {
      say(shapes.lines() < HARDLY_LINES ? -1.2 : -0.5, "few lines");
    }
  }

  /** Walls may stand apart, too, but not with a text to each. */
  private void boxes(PageShapes shapes, int texts) {
    if (shapes.lonely() > BOXES && shapes.lines() > HARDLY_LINES && texts >= SOME_TEXTS) {
      say(shapes.lonely() > NOTHING_BUT_BOXES ? -2.2 : -1.2, "texts and boxes that stand apart");
    }
  }
}
