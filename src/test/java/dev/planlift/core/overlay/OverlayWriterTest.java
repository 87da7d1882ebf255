package dev.planlift.core.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.core.drawing.Appearance;
import dev.planlift.core.drawing.DeclaredUnit;
import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.Path;
import dev.planlift.core.drawing.Segment.Polyline;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Polygon2;
import dev.planlift.core.geom.Vec2;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.picture.Typeface;
import dev.planlift.core.plan.Building;
import dev.planlift.core.plan.Evidence;
import dev.planlift.core.plan.Level;
import dev.planlift.core.plan.Opening;
import dev.planlift.core.plan.Room;
import dev.planlift.core.plan.SheetView;
import dev.planlift.core.plan.Wall;
import dev.planlift.core.source.Layer;
import dev.planlift.core.source.SourceRef;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;

class OverlayWriterTest {
  private static final Evidence EVIDENCE = new Evidence("A-WALL", List.of(), 1, "drawn by hand");

  @TempDir java.nio.file.Path folder;

  @Test
  void eachWallDoorWindowAndRoomIsOneShape() throws Exception {
    var svg = svg(drawing(lines(12)), building("Kitchen"));

    assertThat(ofClass(svg, "path", "wall")).isEqualTo(1);
    assertThat(ofClass(svg, "path", "door")).isEqualTo(1);
    assertThat(ofClass(svg, "path", "window")).isEqualTo(1);
    assertThat(ofClass(svg, "path", "room")).isEqualTo(1);
    assertThat(svg.getDocumentElement().getTextContent()).contains("Kitchen", "12.0 m²", "1 door");
  }

  @Test
  void aLabelThatLooksLikeMarkupStaysText() throws Exception {
    var svg = svg(drawing(lines(1)), building("<script>alert(1)</script> & \u0001"));

    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getDocumentElement().getTextContent()).contains("<script>alert(1)</script> &");
  }

  @Test
  void aDrawingWithoutABuildingShowsItsLines() throws Exception {
    var svg = svg(drawing(lines(5)), new Building(List.of()));

    assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(1);
  }

  @Test
  void theNameOfARoomWithABendStandsInside() {
    var corner =
        new Polygon2(
            List.of(
                new Vec2(0, 0),
                new Vec2(10, 0),
                new Vec2(10, 1),
                new Vec2(1, 1),
                new Vec2(1, 10),
                new Vec2(0, 10)));

    var spot = LabelSpot.of(new Room(corner, "Hall", new Vec2(2.9, 2.9), 19, EVIDENCE));

    assertThat(spot.x()).isEqualTo(5);
    assertThat(spot.y()).isBetween(0.0, 1.0);
  }

  @Test
  void whatWasMissedIsDashedInRedAndCounted() throws Exception {
    var file = folder.resolve("missed.svg");
    var missed = List.of(List.of(new Vec2(1, 2), new Vec2(3, 2)));
    new OverlayWriter()
        .writeSvg(new Overlay(drawing(lines(1)), building("Hall"), 0.001, List.of(), missed), file);
    var svg = read(file);

    // The line itself and its sample in the legend.
    assertThat(ofClass(svg, "path", "missed")).isEqualTo(2);
    assertThat(svg.getDocumentElement().getTextContent()).contains("1 line like a wall, not taken");
  }

  @Test
  void viewsAreFramedAndNamedWithTheirKind() throws Exception {
    var file = folder.resolve("views.svg");
    new OverlayWriter().writeSvg(withViews(), file);
    var svg = read(file);

    assertThat(svg.getDocumentElement().getTextContent())
        .contains("Ground floor (plan)", "A-A (section)", "1 view taken", "1 view left out");
    assertThat(ofClass(svg, "path", "taken")).isEqualTo(2);
    assertThat(ofClass(svg, "path", "left")).isEqualTo(2);
  }

  @Test
  void thePictureInPixelsShowsTheSameAndIsTheSameEachTime() throws Exception {
    var once = folder.resolve("once.png");
    var again = folder.resolve("again.png");
    new OverlayWriter().writePng(withViews(), once);
    new OverlayWriter().writePng(withViews(), again);

    assertThat(again).hasSameBinaryContentAs(once);
    var picture = ImageIO.read(once.toFile());
    assertThat(hasNear(picture, 0x2E7D4F)).as("frame of the view taken").isTrue();
    assertThat(hasNear(picture, 0x8C939A)).as("frame of the view left out").isTrue();
    assertThat(hasNear(picture, 0xE2702B)).as("door").isTrue();
    assertThat(hasNear(picture, 0xD7263D)).as("missed lines, of which there are none").isFalse();
    assertThat(Math.max(picture.getWidth(), picture.getHeight())).isBetween(1600, 1602);
  }

  @Test
  void noNameOfManySmallRoomsCoversAnother() throws Exception {
    var rooms = new ArrayList<Room>();
    for (int i = 0; i < 24; i++) {
      double x = i % 8 * 1.3;
      double y = Math.floorDiv(i, 8) * 2.1;
      rooms.add(room(rectangle(x, y, x + 1.2, y + 2), "Cleaner's cupboard " + i));
    }
    var file = folder.resolve("many.svg");
    new OverlayWriter().writeSvg(overlay(drawing(lines(1)), building(rooms)), file);

    var boxes = textBoxes(read(file));

    assertThat(boxes).hasSizeGreaterThan(40);
    for (int i = 0; i < boxes.size(); i++) {
      for (var other : boxes.subList(i + 1, boxes.size())) {
        assertThat(boxes.get(i).meets(other)).as("%s and %s", boxes.get(i), other).isFalse();
      }
    }
  }

  @Test
  void aRoomTooNarrowForItsNameHasItOutsideWithALeader() throws Exception {
    var rooms =
        List.of(
            room(rectangle(0, 0, 4, 4), "Hall"), room(rectangle(4.1, 0, 4.25, 4), "Installations"));
    var svg = svg(drawing(lines(1)), building(rooms));

    assertThat(ofClass(svg, "path", "leader")).isEqualTo(1);
    assertThat(svg.getDocumentElement().getTextContent()).contains("Hall", "Installations");
  }

  @Test
  void aRoomThatTwoStoreysShareIsNamedOnce() throws Exception {
    var once = building(List.of(room(rectangle(0, 0, 4, 4), "Ward")));
    var twice = new Building(List.of(once.levels().getFirst(), once.levels().getFirst()));
    var svg = svg(drawing(lines(1)), twice);

    assertThat(svg.getDocumentElement().getTextContent()).containsOnlyOnce("Ward");
  }

  @Test
  void aSheetOfManyRoomsIsDrawnLargerWithAStripForTheLegend() throws Exception {
    var rooms = new ArrayList<Room>();
    for (int i = 0; i < 400; i++) {
      double x = i % 40 * 3.1;
      double y = Math.floorDiv(i, 40) * 3.1;
      rooms.add(room(rectangle(x, y, x + 3, y + 3), "Office"));
    }
    var svg = svg(drawing(lines(1)), building(rooms));

    var viewBox = svg.getDocumentElement().getAttribute("viewBox").split(" ", -1);
    assertThat(Integer.parseInt(viewBox[2])).isBetween(3000, 4801);
  }

  @Test
  void anEmptyDrawingGivesAnEmptySheet() throws Exception {
    var svg = svg(drawing(List.of()), new Building(List.of()));

    assertThat(svg.getElementsByTagName("path").getLength()).isZero();
  }

  @Test
  void millionsOfLinesStayABoundedFile() throws IOException {
    var file = folder.resolve("big.svg");

    new OverlayWriter().writeSvg(overlay(drawing(lines(600_000)), new Building(List.of())), file);

    assertThat(Files.size(file)).isBetween(1_000_000L, 12_000_000L);
  }

  private static boolean hasNear(BufferedImage picture, int rgb) {
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int p = picture.getRGB(x, y);
        int off =
            Math.abs((p >> 16 & 255) - (rgb >> 16 & 255))
                + Math.abs((p >> 8 & 255) - (rgb >> 8 & 255))
                + Math.abs((p & 255) - (rgb & 255));
        if (off < 60) {
          return true;
        }
      }
    }
    return false;
  }

  private static Overlay withViews() {
    var plan =
        new SheetView(
            "Ground floor",
            SheetView.Kind.PLAN,
            new Box(new Vec3(-1, -1, 0), new Vec3(5, 4, 0)),
            1,
            "by its title",
            Optional.of("Level 0"));
    var section =
        new SheetView(
            "A-A",
            SheetView.Kind.SECTION,
            new Box(new Vec3(6, -1, 0), new Vec3(9, 4, 0)),
            1,
            "by its title",
            Optional.empty());
    return new Overlay(
        drawing(lines(12)), building("Küche 주방"), 0.001, List.of(plan, section), List.of());
  }

  private static Overlay overlay(Drawing drawing, Building building) {
    return new Overlay(drawing, building, 0.001, List.of(), List.of());
  }

  private Document svg(Drawing drawing, Building building) throws Exception {
    var file = folder.resolve("overlay.svg");
    new OverlayWriter().writeSvg(overlay(drawing, building), file);
    return read(file);
  }

  private static Document read(java.nio.file.Path file) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static int ofClass(Document svg, String element, String style) {
    var all = svg.getElementsByTagName(element);
    int count = 0;
    for (int i = 0; i < all.getLength(); i++) {
      var attribute = all.item(i).getAttributes().getNamedItem("class");
      count += attribute != null && attribute.getNodeValue().equals(style) ? 1 : 0;
    }
    return count;
  }

  private static List<DrawingItem> lines(int count) {
    var items = new ArrayList<DrawingItem>();
    for (int i = 0; i < count; i++) {
      var from = new Vec3(i % 1000 * 10, i / 1000 * 10, 0);
      items.add(
          new Path(
              List.of(Polyline.between(from, from.plus(new Vec3(400, 300, 0)))),
              false,
              Appearance.on(Layer.ZERO),
              new SourceRef.Handle("A" + i)));
    }
    return items;
  }

  private static Drawing drawing(List<DrawingItem> items) {
    return new Drawing(
        "dxf",
        "AC1027",
        DeclaredUnit.NONE,
        List.of(Layer.ZERO),
        List.of(),
        items,
        new EntityLedger(),
        List.of(),
        List.of());
  }

  private static Building building(String label) {
    var wall =
        new Wall(
            rectangle(0, 0, 4, 0.2),
            List.of(new Vec2(0, 0.1), new Vec2(4, 0.1)),
            0.2,
            2.7,
            EVIDENCE);
    var room = new Room(rectangle(0, 0.2, 4, 3.2), label, new Vec2(2, 1.7), 12, EVIDENCE);
    var level =
        new Level(
            "Level 0",
            0,
            2.7,
            "model",
            Vec2.ZERO,
            List.of(wall),
            List.of(opening(Opening.Kind.DOOR, 1, 0), opening(Opening.Kind.WINDOW, 3, 0.9)),
            List.of(room),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Building(List.of(level));
  }

  private static Room room(Polygon2 outline, String label) {
    var from = outline.shell().getFirst();
    var to = outline.shell().get(2);
    double area = (to.x() - from.x()) * (to.y() - from.y());
    return new Room(outline, label, from.plus(to).times(0.5), area, EVIDENCE);
  }

  private static Building building(List<Room> rooms) {
    return new Building(
        List.of(
            new Level(
                "Level 0", 0, 2.7, "model", Vec2.ZERO, List.of(), List.of(), rooms, List.of(),
                List.of(), List.of(), List.of())));
  }

  private static List<PixelBox> textBoxes(Document svg) {
    var texts = svg.getElementsByTagName("text");
    var boxes = new ArrayList<PixelBox>();
    for (int i = 0; i < texts.getLength(); i++) {
      var attributes = texts.item(i).getAttributes();
      if (attributes.getNamedItem("class") != null) {
        double size = number(attributes, "font-size");
        double width = size * Typeface.standard().width(texts.item(i).getTextContent());
        double x = number(attributes, "x");
        double y = number(attributes, "y");
        boxes.add(new PixelBox(x - width / 2, y - 0.7 * size, x + width / 2, y));
      }
    }
    return boxes;
  }

  private static double number(NamedNodeMap attributes, String name) {
    return Double.parseDouble(attributes.getNamedItem(name).getNodeValue());
  }

  private static Opening opening(Opening.Kind kind, double x, double sillM) {
    return new Opening(kind, new Vec2(x, 0.1), 0, 0.9, 0.2, sillM, 2.1, Optional.empty(), EVIDENCE);
  }

  private static Polygon2 rectangle(double x0, double y0, double x1, double y1) {
    return new Polygon2(
        List.of(new Vec2(x0, y0), new Vec2(x1, y0), new Vec2(x1, y1), new Vec2(x0, y1)));
  }
}
