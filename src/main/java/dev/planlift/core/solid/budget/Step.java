package dev.planlift.core.solid.budget;

import static dev.planlift.core.scene.Category.COLUMN;
import static dev.planlift.core.scene.Category.CURVE;
import static dev.planlift.core.scene.Category.DOOR;
import static dev.planlift.core.scene.Category.FURNITURE;
import static dev.planlift.core.scene.Category.OTHER;
import static dev.planlift.core.scene.Category.ROOM;
import static dev.planlift.core.scene.Category.SLAB;
import static dev.planlift.core.scene.Category.SOLID;
import static dev.planlift.core.scene.Category.STAIR;
import static dev.planlift.core.scene.Category.TEXT;
import static dev.planlift.core.scene.Category.WALL;
import static dev.planlift.core.scene.Category.WINDOW;
import static dev.planlift.core.solid.budget.Limit.BYTES;
import static dev.planlift.core.solid.budget.Limit.DRAW_CALLS;
import static dev.planlift.core.solid.budget.Limit.TRIANGLES;

import dev.planlift.core.scene.Category;
import dev.planlift.core.scene.Scene;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is done to make a model lighter, mildest first. */
public enum Step {
  JOIN_PARTS(
      "parts of one material of an element are one primitive",
      EnumSet.of(BYTES, DRAW_CALLS),
      scene -> Meshes.change(scene, all(), PartJoin::byMaterial)),
  MERGE_LINE_WORK(
      "line work and texts are one node a layer",
      EnumSet.of(BYTES, DRAW_CALLS),
      scene -> Groups.change(scene, EnumSet.of(CURVE, TEXT), NodeMerge::byLayer)),
  THIN_LINES(
      "line work is straightened by up to 1 cm",
      EnumSet.of(BYTES),
      scene -> Meshes.change(scene, drawn(), new LineThinning(0.01, 0)::apply)),
  ONE_COLOUR_OF_LINES(
      "line work, texts and their fills are one node each a level, of one colour",
      EnumSet.of(BYTES, DRAW_CALLS),
      scene ->
          Meshes.change(
              Groups.change(scene, EnumSet.of(CURVE, TEXT), NodeMerge::inOne),
              EnumSet.of(CURVE, TEXT),
              PartJoin::inOneMaterial)),
  COARSE_FACES(
      "faces of line work, furniture and solids are rounded to 5 cm",
      EnumSet.of(TRIANGLES, BYTES),
      scene -> Meshes.change(scene, drawn(), new VertexClusters(0.05)::apply)),
  BOXES_OF_FURNITURE(
      "furniture is boxes",
      EnumSet.of(TRIANGLES, BYTES, DRAW_CALLS),
      scene -> Meshes.change(scene, only(FURNITURE), Boxes::of)),
  MERGE_FURNITURE(
      "furniture is one node a level",
      EnumSet.of(DRAW_CALLS),
      scene ->
          Meshes.change(
              Groups.change(scene, EnumSet.of(FURNITURE), NodeMerge::inOne),
              EnumSet.of(FURNITURE),
              PartJoin::inOneMaterial)),
  COARSE_LINES(
      "line work is straightened by up to 10 cm, what is shorter than 20 cm left out",
      EnumSet.of(BYTES),
      scene -> Meshes.change(scene, drawn(), new LineThinning(0.1, 0.2)::apply)),
  ROUGH_FACES(
      "faces of line work and solids are rounded to 25 cm",
      EnumSet.of(TRIANGLES, BYTES),
      scene -> Meshes.change(scene, drawn(), new VertexClusters(0.25)::apply)),
  MERGE_SOLIDS(
      "what was drawn as solids is one node a level, of one colour",
      EnumSet.of(BYTES, DRAW_CALLS),
      scene ->
          Meshes.change(
              Groups.change(scene, EnumSet.of(SOLID), NodeMerge::inOne),
              EnumSet.of(SOLID),
              PartJoin::inOneMaterial)),
  NO_FILLS(
      "line work has no filled areas",
      EnumSet.of(TRIANGLES, BYTES),
      scene -> Meshes.change(scene, EnumSet.of(CURVE), PartJoin::linesIfAny)),
  NO_TEXTS("texts are left out", EnumSet.of(BYTES), scene -> Groups.without(scene, only(TEXT))),
  NO_LINE_WORK(
      "line work is left out",
      EnumSet.of(BYTES),
      scene -> Groups.withoutBesideBuilding(scene, only(CURVE))),
  NO_FURNITURE(
      "furniture is left out",
      EnumSet.of(TRIANGLES, BYTES),
      scene -> Groups.without(scene, only(FURNITURE))),
  ROUGH_SOLIDS(
      "what was drawn as solids is rounded to 1 m",
      EnumSet.of(TRIANGLES, BYTES),
      scene -> Meshes.change(scene, only(SOLID), new VertexClusters(1)::apply)),
  NO_SOLIDS(
      "what was drawn as solids is left out",
      EnumSet.of(TRIANGLES, BYTES),
      scene -> Groups.withoutBesideBuilding(scene, only(SOLID))),
  PLAIN_OPENINGS(
      "doors are their leaves, windows their panes",
      EnumSet.of(TRIANGLES, BYTES),
      scene -> Meshes.change(scene, EnumSet.of(DOOR, WINDOW), PartJoin::last)),
  GROUP_MESHES(
      "elements of a kind share one mesh a level, borne by their group; they keep their nodes",
      EnumSet.of(BYTES, DRAW_CALLS),
      scene -> Groups.change(scene, building(), NodeMerge::meshToGroup)),
  PLAIN_GROUPS(
      "elements of a kind are of one colour",
      EnumSet.of(DRAW_CALLS),
      scene -> Groups.change(scene, building(), NodeMerge::inOneColour)),
  ONLY_BUILDING(
      "texts, line work, furniture and what was drawn as solids are left out",
      EnumSet.of(DRAW_CALLS),
      scene -> Groups.withoutBesideBuilding(scene, drawn())),
  NO_OPENING_MESHES(
      "doors, windows and passages are bare; they keep their nodes",
      EnumSet.allOf(Limit.class),
      scene -> Groups.change(scene, EnumSet.of(DOOR, WINDOW, OTHER), NodeMerge::withoutMeshes)),
  NO_SLAB_MESHES(
      "slabs and stairs are not shown; they keep their nodes",
      EnumSet.allOf(Limit.class),
      scene -> Groups.change(scene, EnumSet.of(SLAB, STAIR), NodeMerge::withoutMeshes));

  private final String what;

  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final Set<Limit> lightens;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas over constants
  private final UnaryOperator<Scene> change;

  Step(String what, Set<Limit> lightens, UnaryOperator<Scene> change) {
    this.what = what;
    this.lightens = lightens;
    this.change = change;
  }

  /** What it does, in words. */
  public String what() {
    return what;
  }

  Set<Limit> lightens() {
    return lightens;
  }

  Scene apply(Scene scene) {
    return change.apply(scene);
  }

  private static Set<Category> all() {
    return EnumSet.complementOf(EnumSet.of(Category.LEVEL));
  }

  /** What was drawn and is no element of the building. */
  private static Set<Category> drawn() {
    return EnumSet.of(CURVE, TEXT, FURNITURE, SOLID);
  }

  private static Set<Category> only(Category category) {
    return EnumSet.of(category);
  }

  private static Set<Category> building() {
    return EnumSet.of(WALL, DOOR, WINDOW, COLUMN, STAIR, ROOM, SLAB, OTHER);
  }
}
