package dev.planlift.core.dxf;

import dev.planlift.core.drawing.Drawing;
import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.dxf.definition.Definitions;
import dev.planlift.core.dxf.entity.Needs;
import dev.planlift.core.geom.Affine3;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Diagnostic;
import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import dev.planlift.error.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

/** Goes through the sections of one document, once. */
final class DocumentReader {
  private static final int ENTITIES_PER_REPORT = 2048;

  /** A block whose content has gaps. */
  private record Unfinished(Symbol symbol, Content content, Vec3 base) {}

  private final TagReader tags;
  private final long size;
  private final DoubleConsumer progress;
  private final Header header = new Header();
  private final LayerTable layers;
  private final BlockTable blocks = new BlockTable();
  private final EntityLedger ledger = new EntityLedger();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Definitions definitions = new Definitions();
  private final Content model = new Content("");
  private final List<Unfinished> unfinished = new ArrayList<>();
  private final EntityReader entities;
  private final References references;
  private Optional<SheetDrawing> chosen = Optional.empty();
  private boolean definitionsOnly;
  private int steps;

  /**
   * @param layers empty ones, or those that stand for this drawing's in another
   * @param census told of every entity; where there is one, hidden entities are read like others
   */
  DocumentReader(
      TagReader tags,
      long size,
      DoubleConsumer progress,
      References references,
      LayerTable layers,
      Census census) {
    this.tags = tags;
    this.size = size;
    this.progress = progress;
    this.references = references;
    this.layers = layers;
    this.entities =
        new EntityReader(
            tags, layers, blocks, definitions, ledger, census, references.qualifier(), this::step);
  }

  private void step() {
    if (++steps % ENTITIES_PER_REPORT == 0) {
      report();
    }
  }

  private void report() {
    progress.accept(size <= 0 ? 0 : Math.min(1, (double) tags.position() / size));
  }

  /** Makes this sheet be read instead of the model; to be called before reading. */
  void choose(Sheet sheet) {
    var drawing = new SheetDrawing(sheet, blocks.get(Sheet.MODEL_BLOCK).symbol);
    chosen = Optional.of(drawing);
    entities.choose(sheet, drawing.content(), drawing.modelLedger());
  }

  /** Goes through the file for its definitions alone; nothing else is to be called then. */
  Definitions definitionsOnly() {
    definitionsOnly = true;
    sections();
    return definitions;
  }

  Drawing read() {
    sections();
    for (var need : List.of(Needs.DEFINITIONS, Needs.EXTENTS)) {
      entities.fillGaps(need);
      unfinished.forEach(one -> one.symbol.define(moved(one.content.items(), one.base)));
    }
    entities.finish();
    diagnostics.addAll(tags.repairs());
    diagnostics.addAll(definitions.diagnostics());
    diagnostics.addAll(references.diagnostics());
    chosen.ifPresent(this::finish);
    ExtentsCheck.of(header.extents(), model.items()).ifPresent(diagnostics::add);
    progress.accept(1);
    return new Drawing(
        "dxf",
        header.version(),
        chosen.map(sheet -> sheet.unit(header.unit())).orElse(header.unit()),
        layers.layers(),
        Views.of(header.extents(), definitions, entities.windows()),
        chosen.map(SheetDrawing::items).orElse(model.items()),
        ledger,
        references.all(),
        diagnostics);
  }

  private void finish(SheetDrawing sheet) {
    blocks.get(Sheet.MODEL_BLOCK).symbol.define(model.items());
    sheet.account(ledger);
    diagnostics.add(sheet.scale());
  }

  private void sections() {
    boolean ended = false;
    while (!ended && tags.next()) {
      if (tags.atSection()) {
        diagnose("MISSING_ENDSEC", "A section is ended by the next one");
        tags.enterSection();
        tags.stay();
        section();
      } else if (tags.code() == GroupCode.STRUCTURE && tags.is("SECTION")) {
        section();
      } else {
        ended = tags.code() == GroupCode.STRUCTURE && tags.is("EOF");
      }
      report();
    }
    if (!ended) {
      diagnose("MISSING_EOF", "The file has no end mark; all its sections are whole");
    }
  }

  /** The drawing as what stands for it in another. */
  References.Found content() {
    var drawing = read();
    return new References.Found(
        drawing.items(), header.base(), drawing.unit().metresPerUnit(), layers, ledger);
  }

  boolean isBinary() {
    return tags instanceof BinaryTagReader;
  }

  Header header() {
    return header;
  }

  /** How many blocks have been read besides those of model and sheets. */
  int blockCount() {
    return blocks.count();
  }

  private void section() {
    if (!tags.next()) {
      throw tags.malformed("The file breaks off at the start of a section");
    }
    if (tags.code() != GroupCode.NAME) {
      throw tags.malformed("A section should begin with its name, there is group " + tags.code());
    }
    var name = tags.name();
    boolean whole =
        switch (name) {
          case "HEADER" -> variables();
          case "TABLES" -> tables();
          case "BLOCKS" -> definitionsOnly ? toEndOfSection() : blocks();
          case "ENTITIES" -> definitionsOnly ? toEndOfSection() : model();
          case "OBJECTS", "ACDSDATA" -> objects();
          default -> toEndOfSection();
        };
    if (!whole) {
      throw new PermanentError(
          ErrorCode.PARSING_ERROR, "The file breaks off in its section " + name, tags.place());
    }
  }

  /** Passes over groups up to ENDSEC; an EOF that comes instead stays. */
  private boolean toEndOfSection() {
    while (!tags.atSection() && tags.next()) {
      if (tags.code() == GroupCode.STRUCTURE && endsSection()) {
        return true;
      }
    }
    return tags.atSection();
  }

  private boolean endsSection() {
    if (tags.beginsSection()) {
      return true;
    }
    if (tags.is("EOF")) {
      diagnose("MISSING_ENDSEC", "A section is ended by the end of the file");
      tags.stay();
      return true;
    }
    return tags.is("ENDSEC");
  }

  private boolean variables() {
    var variable = "";
    while (tags.next()) {
      if (tags.code() == GroupCode.HEADER_VARIABLE) {
        variable = tags.name();
      } else if (tags.code() != GroupCode.STRUCTURE) {
        header.take(variable, tags);
      } else if (endsSection()) {
        tags.use(header.codePage());
        return true;
      }
    }
    return false;
  }

  private boolean tables() {
    while (tags.next()) {
      if (tags.code() == GroupCode.STRUCTURE) {
        if (tags.is("LAYER")) {
          layers.read(tags);
        } else if (endsSection()) {
          return true;
        } else {
          definitions.read(tags);
        }
      }
    }
    return false;
  }

  private boolean objects() {
    while (tags.next()) {
      if (tags.code() == GroupCode.STRUCTURE) {
        if (endsSection()) {
          return true;
        }
        definitions.read(tags);
      }
    }
    return false;
  }

  private boolean model() {
    entities.read(model, false);
    while (!tags.atSection() && tags.next() && isMisplaced()) {
      entities.read(model, false);
    }
    tags.stay();
    return toEndOfSection();
  }

  /** Where no block can be, none ends or begins. */
  private boolean isMisplaced() {
    return tags.is("ENDBLK") || tags.is("BLOCK");
  }

  private boolean blocks() {
    while (!tags.atSection() && tags.next()) {
      if (tags.code() == GroupCode.STRUCTURE) {
        if (tags.is("BLOCK")) {
          block();
        } else if (endsSection()) {
          return true;
        }
      }
    }
    return tags.atSection();
  }

  private void block() {
    var place = tags.place();
    var header = BlockHeader.read(tags);
    var name = header.name();
    var upper = name.toUpperCase(Locale.ROOT);
    if (upper.startsWith("*PAPER_SPACE") || upper.startsWith("$PAPER_SPACE")) {
      boolean wanted = chosen.isPresent() && chosen.get().sheet().block().equalsIgnoreCase(name);
      entities.read(wanted ? chosen.get().content() : new Content(name), !wanted);
    } else if (upper.equals("*MODEL_SPACE") || upper.equals("$MODEL_SPACE")) {
      entities.read(model, false);
    } else {
      var content = new Content(name);
      entities.read(content, false);
      define(header, content, place);
    }
  }

  private void define(BlockHeader header, Content content, Place place) {
    if (header.name().isEmpty()) {
      diagnostics.add(
          new Diagnostic("BLOCK_WITHOUT_NAME", "No insert can show a block without name", place));
      return;
    }
    var block = blocks.get(header.name());
    if (block.defined) {
      diagnose(
          "BLOCK_TWICE", "The block " + header.name() + " is defined twice; the first one holds");
      return;
    }
    block.defined = true;
    var other =
        header.external()
            ? references.resolve(header, place, layers, part -> report())
            : Optional.<References.Found>empty();
    if (other.isPresent()) {
      show(block, other.get());
      return;
    }
    block.external = header.external() && content.items().isEmpty();
    block.base = header.base();
    block.symbol.define(moved(content.items(), header.base()));
    if (content.hasGaps()) {
      unfinished.add(new Unfinished(block.symbol, content, header.base()));
    }
  }

  private void show(BlockTable.Block block, References.Found drawing) {
    block.unitFactor = factor(drawing.metresPerUnit(), header.unit().metresPerUnit());
    block.symbol.define(moved(drawing.items(), drawing.base()));
    layers.adopt(drawing.layers());
    ledger.addAll(drawing.ledger());
  }

  private static double factor(OptionalDouble inner, OptionalDouble outer) {
    return inner.isPresent() && outer.isPresent() ? inner.getAsDouble() / outer.getAsDouble() : 1;
  }

  /** A symbol has its base point at zero. */
  private static List<DrawingItem> moved(List<DrawingItem> content, Vec3 base) {
    if (base.equals(Vec3.ZERO)) {
      return content;
    }
    var toBase = Affine3.translation(base.times(-1));
    return content.stream().map(item -> item.transformed(toBase)).toList();
  }

  private void diagnose(String code, String message) {
    diagnostics.add(new Diagnostic(code, message, tags.place()));
  }
}
