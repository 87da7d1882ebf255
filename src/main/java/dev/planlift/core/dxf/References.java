package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.ExternalReference;
import dev.planlift.core.drawing.ExternalReference.State;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

/**
 * The other drawings that one drawing refers to. They are looked for among files and read, with
 * those they refer to in turn; files, bytes and depth are bounded over all of them together.
 */
final class References {
  /** How deep drawings may refer to drawings. */
  static final int MAX_DEPTH = 16;

  /** So many files are read at most, one that is referred to under two names being two. */
  static final int MAX_FILES = 200;

  /** The code of the diagnostic for a reference that is missing or not shown. */
  static final String NOT_SHOWN = "EXTERNAL_REFERENCE";

  private static final long MAX_BYTES = 2L << 30;

  /** What is left for all drawings around the outermost one. */
  private static final class Budget {
    int files = MAX_FILES;
    long bytes = MAX_BYTES;
  }

  /**
   * Another drawing as the content of a block.
   *
   * @param base the point of it that comes to lie on the insertion point
   * @param metresPerUnit where it says so
   */
  record Found(
      List<DrawingItem> items,
      Vec3 base,
      OptionalDouble metresPerUnit,
      LayerTable layers,
      EntityLedger ledger) {}

  private final DrawingFiles files;
  private final boolean read;
  private final List<DrawingFiles.Named> around;
  private final String name;
  private final Budget budget;
  private final List<ExternalReference> all = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private References(
      DrawingFiles files,
      boolean read,
      List<DrawingFiles.Named> around,
      String name,
      Budget budget) {
    this.files = files;
    this.read = read;
    this.around = around;
    this.name = name;
    this.budget = budget;
  }

  /** Of a drawing that stands alone. */
  static References none() {
    return of(new DrawingFiles.Named("", Path.of("")), DrawingFiles.none(), false);
  }

  /**
   * @param file the drawing that refers to others
   * @param read whether those are read, or only looked for
   */
  static References of(DrawingFiles.Named file, DrawingFiles files, boolean read) {
    return new References(files, read, List.of(file), "", new Budget());
  }

  /** What is put before the handles of this drawing's entities; empty for the outermost. */
  String qualifier() {
    return name.isEmpty() ? "" : name + "|";
  }

  List<ExternalReference> all() {
    return List.copyOf(all);
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /**
   * Finds and reads the drawing a block stands for.
   *
   * @param layers of the drawing the block is in
   * @param progress called now and then while it is read
   * @return empty where it is not shown; why, is noted
   */
  Optional<Found> resolve(
      BlockHeader block, Place where, LayerTable layers, DoubleConsumer progress) {
    if (block.overlay() && !name.isEmpty()) {
      note(block, State.NOT_SHOWN, where, "An overlay shows in its own drawing only");
      return Optional.empty();
    }
    var found = ReferencePath.of(block.path()).find(files, around.getLast().name());
    if (found.isEmpty()) {
      note(block, State.MISSING, where, "The file was not brought along");
      return Optional.empty();
    }
    var file = found.get();
    var obstacle = obstacle(file);
    if (!obstacle.isEmpty()) {
      note(block, State.NOT_SHOWN, where, obstacle);
      return Optional.empty();
    }
    return read ? content(block, file, where, layers, progress) : noted(block, file);
  }

  private String obstacle(DrawingFiles.Named file) {
    var lower = file.name().toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".dxf")) {
      var extension = lower.substring(lower.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
      return extension.equals("DWG")
          ? "It is a DWG; save it as DXF beside its DWG name"
          : "It is no DXF but a file of the kind " + extension;
    }
    if (around.stream().anyMatch(outer -> outer.path().equals(file.path()))) {
      return "The drawing would contain itself";
    }
    if (around.size() > MAX_DEPTH) {
      return "Drawings refer to drawings more than " + MAX_DEPTH + " deep";
    }
    budget.files--;
    budget.bytes -= size(file.path());
    return budget.files < 0 || budget.bytes < 0 ? "There are too many referenced drawings" : "";
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // reading it will tell
    }
  }

  private Optional<Found> noted(BlockHeader block, DrawingFiles.Named file) {
    all.add(reference(block, State.FOUND, "Is " + file.name()));
    return Optional.empty();
  }

  private Optional<Found> content(
      BlockHeader block,
      DrawingFiles.Named file,
      Place where,
      LayerTable layers,
      DoubleConsumer progress) {
    var chain = new ArrayList<>(around);
    chain.add(file);
    var inner = new References(files, true, List.copyOf(chain), within(block), budget);
    var ownLayers = layers.ofReference(PlainText.decoded(block.name()));
    try {
      var content = DxfReader.content(file.path(), inner, ownLayers, progress);
      all.add(reference(block, State.FOUND, "Is " + file.name()));
      all.addAll(inner.all);
      diagnostics.addAll(inner.diagnostics);
      return Optional.of(content);
    } catch (PermanentError e) {
      note(block, State.NOT_SHOWN, where, "It cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private String within(BlockHeader block) {
    var own = PlainText.decoded(block.name());
    return name.isEmpty() ? own : name + "|" + own;
  }

  private ExternalReference reference(BlockHeader block, State state, String detail) {
    return new ExternalReference(within(block), block.path(), state, detail);
  }

  private void note(BlockHeader block, State state, Place where, String why) {
    all.add(reference(block, state, why));
    diagnostics.add(
        new Diagnostic(
            NOT_SHOWN,
            "The referenced drawing " + block.path() + " is not shown: " + why,
            qualifier().isEmpty() ? where : where.and("reference", name)));
  }
}
