package dev.planlift.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.EmbeddedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@SuppressWarnings("NullAway.Init") // set before each test
@ExtendWith(EmbeddedServerFixture.class)
class WebPageIT {
  private static final Path HOUSE = Path.of("samples/house.dxf");
  private static final String END = "0\nENDSEC\n0\nEOF\n";
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  /** For a browser that draws in software beside a server that has just started. */
  private static final double PATIENCE_MS = 90_000;

  private static Chromium chromium;
  private static URI address;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void startBrowser(EmbeddedServer server) {
    chromium = Chromium.start();
    address = server.address();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void closePage() {
    if (context != null) {
      context.close();
    }
  }

  @Test
  void aDroppedDrawingIsFollowedToItsModelFiguresAndReport() {
    open(1440, 900);
    dropHouse();

    assertThat(page).hasURL(Pattern.compile("#/jobs/[0-9a-f-]{36}$"));
    awaitDone();
    assertThat(page.locator(".stages li[data-state=DONE]").first()).isVisible();
    assertThat(page.locator(".stages li:not([data-state=DONE])")).hasCount(0);
    assertThat(page.locator("#announcer")).containsText("house.dxf: Done");
    assertThat(figure("doors")).hasText("10");
    assertThat(figure("windows")).hasText("12");
    assertThat(figure("rooms")).hasText("8");
    assertThat(page.locator(".report")).containsText("entities read");
    assertThat(page.locator(".jobs a[aria-current=page]")).containsText("house.dxf");
    assertThat(page.locator(".jobs a[aria-current=page] img")).isVisible();
    var model = awaitModel();
    assertThat(model.colours()).as("colours of the model").isGreaterThan(40);
    assertThat(model.darkShare()).as("cut walls").isBetween(0.01, 0.4);
    keep("desktop");
    assertThat(complaints).isEmpty();
  }

  @Test
  void thePlotOfTheHouseIsTheSameHouse() {
    open(1440, 900);
    page.getByText("Try the sample house, as a PDF").click();

    awaitDone();
    assertThat(page.locator(".stages li:not([data-state=DONE])")).hasCount(0);
    assertThat(figure("doors")).hasText("10");
    assertThat(figure("windows")).hasText("12");
    assertThat(figure("rooms")).hasText("8");
    assertThat(awaitModel().colours()).as("colours of the model").isGreaterThan(40);
    keep("pdf");
    assertThat(complaints).isEmpty();
  }

  @Test
  void theWholeWayGoesByKeyboardAlone() {
    open(1440, 900);
    tabTo("Try the sample house");
    assertThat(focusOutlinePixels()).as("focus is seen").isGreaterThanOrEqualTo(2);
    page.keyboard().press("Enter");
    awaitDone();
    var before = awaitModel();

    tabTo("3D view");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowUp");
    page.waitForTimeout(500);
    assertThat(model().differenceTo(before)).as("the model has turned").isGreaterThan(0.02);
    tabTo("KITCHEN");
    page.keyboard().press("Enter");
    assertThat(page.locator(".info")).containsText("Area");
    assertThat(page.locator(".info h3")).hasText("KITCHEN");
    keep("keyboard");
    tabTo("Close");
    page.keyboard().press("Enter");
    assertThat(page.locator(".info")).hasCount(0);
    assertThat(complaints).isEmpty();
  }

  @Test
  void oneWalksThroughTheHouse() {
    open(1280, 800);
    dropHouse();
    awaitDone();
    var above = awaitModel();

    page.getByLabel("Walk", new Page.GetByLabelOptions().setExact(true)).first().click();
    page.waitForTimeout(800);
    var inside = model();
    assertThat(inside.differenceTo(above)).as("inside").isGreaterThan(0.3);
    page.getByLabel("Forward").press("Enter");
    page.waitForTimeout(500);
    assertThat(model().differenceTo(inside)).as("a step on").isGreaterThan(0.01);
    keep("walk");
    page.locator("canvas").press("Escape");
    assertThat(page.locator(".viewport")).hasAttribute("data-walking", "false");
    assertThat(complaints).isEmpty();
  }

  @Test
  void onAPhoneNothingIsCutOffOrTooSmallToTouch() {
    open(360, 740);
    keep("phone-welcome");
    fitsAndCanBeTouched();
    dropHouse();
    awaitDone();
    awaitModel();
    fitsAndCanBeTouched();
    keep("phone");
    assertThat(complaints).isEmpty();
  }

  @Test
  void onAWallScreenTypeAndControlsGrow() {
    open(3840, 2160);
    dropHouse();
    awaitDone();
    awaitModel();
    fitsAndCanBeTouched();
    assertThat(number("parseFloat(getComputedStyle(document.body).fontSize)"))
        .isGreaterThanOrEqualTo(30);
    assertThat(number("document.querySelector('.viewport').clientHeight"))
        .isGreaterThanOrEqualTo(1000);
    keep("wall-screen");
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatIsNoDrawingIsRefusedInSentences() {
    open(1280, 800);
    choose("notes.dxf", "Remember the milk.\n");

    var problem = page.locator("#upload .problem");
    assertThat(problem).isVisible(patiently());
    assertThat(problem).containsText("INVALID_FORMAT");
    assertThat(problem).containsText("Save the drawing as DXF");
    keep("refused");
  }

  @Test
  void aDrawingThatBreaksOffFailsAndSaysWhere() {
    open(1280, 800);
    choose("torn.dxf", "0\nSECTION\n2\nENTITIES\n0\nLINE\n8\n0\n10\n1.0\n20\n");

    assertThat(page.locator(".job .state")).hasText("Failed", patientText());
    var problem = page.locator(".job .problem");
    assertThat(problem).isVisible();
    assertThat(problem.locator("code")).hasText(Pattern.compile("[A-Z_]+"));
    assertThat(page.locator("canvas")).hasCount(0);
    keep("failed");
  }

  @Test
  void lineWorkThatIsNoPlanIsShownAllTheSame() {
    open(1280, 800);
    choose("cross.dxf", "0\nSECTION\n2\nENTITIES\n" + line(0, 0, 5, 5) + line(0, 5, 5, 0) + END);

    awaitDone();
    assertThat(awaitModel().colours()).as("colours of the lines").isGreaterThan(3);
    assertThat(figure("walls")).hasText("0");
    assertThat(page.locator(".rooms")).hasCount(0);
    assertThat(complaints).isEmpty();
  }

  private static String line(int x0, int y0, int x1, int y1) {
    return "0\nLINE\n8\n0\n10\n%d\n20\n%d\n11\n%d\n21\n%d\n".formatted(x0, y0, x1, y1);
  }

  @Test
  void anUnknownJobIsToldAsSuch() {
    open(1280, 800, "/#/jobs/" + UUID.randomUUID());

    assertThat(page.locator(".job .problem")).containsText("NOT_FOUND");
  }

  @Test
  void aNameThatLooksLikeMarkupStaysText() throws Exception {
    var name = "<img src=x onerror=document.title='hit'>.dxf";
    open(1280, 800);
    page.locator("#file")
        .setInputFiles(new FilePayload(name, "image/vnd.dxf", Files.readAllBytes(HOUSE)));

    awaitDone();
    assertThat(page.locator(".job h1")).hasText(name);
    assertThat(page.title()).doesNotContain("hit –").isNotEqualTo("hit");
    assertThat(page.locator("img[src=x]")).hasCount(0);
  }

  @Test
  void whatWasRecognisedIsShownBesideTheModel() {
    open(1440, 900);
    dropHouse();
    awaitDone();
    awaitModel();

    page.getByText("What was recognised").click();
    assertThat(page.locator(".viewport")).isHidden();
    assertThat(page.locator(".view-picture")).isVisible();
    page.waitForCondition(() -> number("document.querySelector('.view-picture').naturalWidth") > 0);
    page.getByText("Model in 3D").click();
    assertThat(page.locator(".viewport")).isVisible();
    assertThat(page.locator(".storeys")).isHidden();
    assertThat(complaints).isEmpty();
  }

  @Test
  void chosenOptionsShapeTheModel() {
    open(1440, 900);
    page.getByText("Options", new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("Cut the walls at 1.2 m").check();
    dropHouse();
    awaitDone();

    var options =
        page.evaluate(
            """
            async () => {
              const id = location.hash.split('/').pop();
              return (await (await fetch(`/api/v1/jobs/${id}/report.json`)).json()).options.cutAt;
            }
            """);
    assertThat(options).isEqualTo("1.2");
    assertThat(complaints).isEmpty();
  }

  private void open(int width, int height) {
    open(width, height, "/");
  }

  private void open(int width, int height, String path) {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(PATIENCE_MS);
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.navigate(address.resolve(path).toString());
    assertThat(page.locator("#upload .dropzone")).isVisible(patiently());
  }

  /** As a person drops a file from the desktop. */
  private void dropHouse() {
    var transfer =
        page.evaluateHandle(
            """
            async () => {
              const bytes = await (await fetch('/samples/house.dxf')).blob();
              const transfer = new DataTransfer();
              transfer.items.add(new File([bytes], 'house.dxf'));
              return transfer;
            }
            """);
    page.dispatchEvent("body", "drop", Map.of("dataTransfer", transfer));
  }

  private void choose(String name, String content) {
    page.locator("#file")
        .setInputFiles(
            new FilePayload(name, "image/vnd.dxf", content.getBytes(StandardCharsets.UTF_8)));
  }

  private void awaitDone() {
    assertThat(page.locator(".job .job-title .state")).hasText("Done", patientText());
  }

  private Picture awaitModel() {
    assertThat(page.locator(".viewer[data-ready=true]")).isVisible(patiently());
    page.waitForTimeout(1500);
    return model();
  }

  private Picture model() {
    return Picture.of(page.locator(".viewport").screenshot());
  }

  private Locator figure(String what) {
    return page.locator("[data-count=" + what + "] dd");
  }

  /** Presses Tab until the element with this name has the focus. */
  private void tabTo(String name) {
    for (int i = 0; i < 80; i++) {
      page.keyboard().press("Tab");
      var focused =
          page.evaluate(
              """
              () => [document.activeElement.ariaRoleDescription, document.activeElement.ariaLabel,
                     document.activeElement.textContent].filter(Boolean).join(' ')
              """);
      if (String.valueOf(focused).contains(name)) {
        return;
      }
    }
    throw new AssertionError("Tab never reaches " + name);
  }

  private double focusOutlinePixels() {
    return number("parseFloat(getComputedStyle(document.activeElement).outlineWidth)");
  }

  private void fitsAndCanBeTouched() {
    assertThat(
            number("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as("pixels to the right of the screen")
        .isLessThanOrEqualTo(0);
    @SuppressWarnings("unchecked")
    var small =
        (List<String>)
            page.evaluate(
                """
                () => [...document.querySelectorAll('button, a, summary, label.button')]
                  .filter((each) => each.checkVisibility() && !each.classList.contains('skip'))
                  .map((each) => [each, each.getBoundingClientRect()])
                  .filter(([, { width, height }]) => width < 44 || height < 44)
                  .map(([each, { width, height }]) => `${each.textContent || each.ariaLabel} ${width}x${height}`)
                """);
    assertThat(small).as("too small to touch").isEmpty();
  }

  private double number(String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }

  private void keep(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);
  }

  private static LocatorAssertions.HasTextOptions patientText() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS);
  }
}
