package dev.planlift.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rooms of the house and the arrows between them, as rules over the classes below a root
 * package. The root is a parameter so that every rule can be shown to fail on seeded faults.
 */
final class Rooms {
  /** Open to all. */
  private static final Set<String> OPEN = Set.of("error", "core.geom");

  /** Room → the rooms it may use; itself and {@link #OPEN} are understood. */
  static final Map<String, Set<String>> ARROWS = arrows();

  private final String root;

  Rooms(String root) {
    this.root = root;
  }

  private static Map<String, Set<String>> arrows() {
    var arrows = new LinkedHashMap<String, Set<String>>();
    arrows.put("error", Set.of());
    arrows.put("core.geom", Set.of());
    arrows.put("core.source", Set.of());
    arrows.put("core.options", Set.of());
    arrows.put("core.drawing", Set.of("core.source"));
    arrows.put(
        "core.dxf", Set.of("core.dxf.entity", "core.drawing", "core.source", "core.options"));
    arrows.put(
        "core.dxf.entity", Set.of("core.dxf", "core.drawing", "core.source", "core.options"));
    arrows.put("core.raster", Set.of());
    arrows.put("core.detect", Set.of("core.raster", "core.options"));
    arrows.put("core.pdf", Set.of("core.drawing", "core.raster", "core.source", "core.options"));
    arrows.put("core.linework", Set.of("core.drawing", "core.source"));
    arrows.put("core.plan", Set.of("core.source"));
    arrows.put(
        "core.reconstruct",
        Set.of("core.drawing", "core.detect", "core.plan", "core.source", "core.options"));
    arrows.put("core.mesh", Set.of());
    arrows.put("core.scene", Set.of("core.mesh", "core.source"));
    arrows.put(
        "core.solid",
        Set.of(
            "core.plan", "core.drawing", "core.mesh", "core.scene", "core.source", "core.options"));
    arrows.put("core.gltf", Set.of("core.scene", "core.mesh", "core.options"));
    arrows.put("core.picture", Set.of());
    arrows.put("core.checkpoint", Set.of("core.drawing"));
    arrows.put("core.preview", Set.of("core.scene", "core.mesh", "core.picture"));
    arrows.put("core.overlay", Set.of("core.drawing", "core.plan", "core.source", "core.picture"));
    arrows.put(
        "core.convert",
        Set.of(
            "core.source",
            "core.options",
            "core.drawing",
            "core.dxf",
            "core.pdf",
            "core.raster",
            "core.detect",
            "core.linework",
            "core.plan",
            "core.reconstruct",
            "core.mesh",
            "core.scene",
            "core.solid",
            "core.gltf",
            "core.preview",
            "core.overlay",
            "core.checkpoint"));
    arrows.put("runner", Set.of("core.convert", "core.options"));
    arrows.put("cli", Set.of("core.convert", "core.options", "core.dxf", "core.pdf", "runner"));
    arrows.put("rabbitmq", Set.of());
    arrows.put("service.config", Set.of());
    arrows.put("service.job", Set.of("service.config"));
    arrows.put("service.storage", Set.of("service.config"));
    arrows.put("service.queue", Set.of("service.job", "service.config"));
    arrows.put("service.notify", Set.of("service.job", "service.config"));
    arrows.put(
        "service.intake",
        Set.of(
            "service.job",
            "service.storage",
            "service.queue",
            "service.notify",
            "service.config",
            "core.options"));
    arrows.put(
        "service.worker",
        Set.of(
            "service.job",
            "service.storage",
            "service.queue",
            "service.notify",
            "service.config",
            "runner",
            "core.options"));
    arrows.put(
        "service.deadletter",
        Set.of("service.job", "service.storage", "service.queue", "service.config"));
    arrows.put("service.retention", Set.of("service.job", "service.storage", "service.config"));
    arrows.put(
        "service.ops",
        Set.of(
            "service.job", "service.storage", "service.queue", "service.worker", "service.config"));
    return arrows;
  }

  /** The room a class lives in, by the longest room name that its package equals. */
  String roomOf(JavaClass type) {
    var name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return "";
    }
    var inside = name.substring(root.length() + 1);
    return ARROWS.keySet().stream()
        .filter(room -> inside.equals(room) || inside.startsWith(room + "."))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  ArchRule everyClassLivesInANamedRoom() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            check(
                "live in a named room",
                (type, events) ->
                    events.add(
                        new SimpleConditionEvent(
                            type, !roomOf(type).isEmpty(), type.getName() + " is in no room"))));
  }

  ArchRule aRoomUsesOnlyTheRoomsBehindItsArrow(String room) {
    var allowed = ARROWS.get(room);
    return classes()
        .that(in(room))
        .should(
            check(
                "use only " + allowed,
                (type, events) ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(d -> !roomOf(d.getTargetClass()).isEmpty())
                        .forEach(
                            d -> {
                              var target = roomOf(d.getTargetClass());
                              boolean fine =
                                  target.equals(room)
                                      || OPEN.contains(target)
                                      || allowed.contains(target);
                              events.add(new SimpleConditionEvent(d, fine, d.getDescription()));
                            })))
        .allowEmptyShould(true);
  }

  ArchRule coreKnowsNoServer() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta..",
            "org.eclipse.microprofile..",
            "java.sql..",
            root + ".service..",
            root + ".runner..",
            root + ".cli..");
  }

  ArchRule onlyTheseUse(String library, String... rooms) {
    var packages = Arrays.stream(rooms).map(room -> root + "." + room + "..").toList();
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(packages.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  ArchRule coreNeverDecidesToRetry() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".core..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.planlift.error.RetryableError");
  }

  /**
   * A database that is away must be told as an error that may pass, whoever's transaction meets it.
   */
  ArchRule transactionsNameTheDatabasesErrors() {
    return classes()
        .that()
        .resideInAPackage(root + ".service..")
        .should(
            check(
                "be @DatabaseCall where they are @Transactional",
                (type, events) ->
                    Stream.concat(Stream.of(type), type.getMethods().stream())
                        .filter(Rooms::isOfATransaction)
                        .forEach(
                            part ->
                                events.add(
                                    new SimpleConditionEvent(
                                        type,
                                        isDatabaseCall(part) || isDatabaseCall(type),
                                        type.getName() + " has no @DatabaseCall")))))
        .allowEmptyShould(true);
  }

  private static boolean isOfATransaction(CanBeAnnotated part) {
    return part.isAnnotatedWith(Transactional.class) && !isOutsideOfAny(part);
  }

  private static boolean isOutsideOfAny(CanBeAnnotated part) {
    return part instanceof HasAnnotations<?> annotated
        && annotated.getAnnotationOfType(Transactional.class).value()
            == Transactional.TxType.NOT_SUPPORTED;
  }

  private static boolean isDatabaseCall(CanBeAnnotated part) {
    return part.isAnnotatedWith("dev.planlift.service.job.DatabaseCall");
  }

  ArchRule noCycles() {
    return slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                var room = roomOf(type);
                // The entity classes are the reader's own cupboard: one slice with it.
                return room.isEmpty()
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(room.startsWith("core.dxf") ? "core.dxf" : room);
              }

              @Override
              public String getDescription() {
                return "rooms";
              }
            })
        .should()
        .beFreeOfCycles();
  }

  static List<String> violations(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }

  private DescribedPredicate<JavaClass> in(String room) {
    return DescribedPredicate.describe("live in " + room, type -> roomOf(type).equals(room));
  }

  private interface Check {
    void check(JavaClass type, ConditionEvents events);
  }

  private static ArchCondition<JavaClass> check(String description, Check check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check.check(type, events);
      }
    };
  }
}
