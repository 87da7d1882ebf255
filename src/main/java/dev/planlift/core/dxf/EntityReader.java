package dev.planlift.core.dxf;

import dev.planlift.core.drawing.DrawingItem;
import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.Outcome;
import dev.planlift.core.drawing.Symbol;
import dev.planlift.core.dxf.definition.Definitions;
import dev.planlift.core.dxf.entity.Appearances;
import dev.planlift.core.dxf.entity.Entity;
import dev.planlift.core.dxf.entity.Needs;
import dev.planlift.core.dxf.entity.Result;
import dev.planlift.core.dxf.entity.Scope;
import dev.planlift.core.dxf.entity.Viewport;
import dev.planlift.core.geom.Box;
import dev.planlift.core.geom.Vec3;
import dev.planlift.core.source.Layer;
import dev.planlift.error.PermanentError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads entities one after the other, converts them and keeps their account. */
final class EntityReader implements Scope {
  /** So many ATTDEFs can be found by handle. */
  private static final int MAX_TEMPLATES = 100_000;

  /** So many parts that stand apart from their whole can be waited for. */
  private static final int MAX_AWAITED = 100_000;

  /** So many viewports are listed. */
  private static final int MAX_VIEWPORTS = 10_000;

  /** A viewport and the block of its sheet; empty where it stands among the entities. */
  record Window(Viewport viewport, String block) {}

  /** The sheet that is converted, what is drawn on it, and the account of the model behind. */
  private record Chosen(Sheet sheet, Content content, EntityLedger model) {}

  private final TagReader tags;
  private final LayerTable layers;
  private final BlockTable blocks;
  private final EntityLedger ledger;
  private final Census census;
  private final String qualifier;
  private final Runnable step;
  private final Definitions definitions;
  private final Set<Content> unfinished = new LinkedHashSet<>();
  private final PendingInserts pending;
  private final Map<String, Entity> awaited = new HashMap<>();
  private final Set<Content> sheetsBegun = new HashSet<>();
  private final List<Window> windows = new ArrayList<>();
  private Optional<Chosen> chosen = Optional.empty();
  private final Map<String, Entity> templates = new HashMap<>();
  private final Appearances appearances = new Appearances();
  private final DrawingBudget unfolding = new DrawingBudget();
  private Box extents = Box.EMPTY;

  /**
   * @param qualifier put before the handles of all entities, so that they differ from those of
   *     other drawings
   * @param step called after each entity
   */
  EntityReader(
      TagReader tags,
      LayerTable layers,
      BlockTable blocks,
      Definitions definitions,
      EntityLedger ledger,
      Census census,
      String qualifier,
      Runnable step) {
    this.tags = tags;
    this.layers = layers;
    this.blocks = blocks;
    this.pending = new PendingInserts(blocks);
    this.definitions = definitions;
    this.ledger = ledger;
    this.census = census;
    this.qualifier = qualifier;
    this.step = step;
  }

  /**
   * Makes what is on a sheet be converted instead of what is on none; to be called before reading.
   *
   * @param content what is on the sheet
   * @param model takes the account of the model's own entities
   */
  void choose(Sheet sheet, Content content, EntityLedger model) {
    chosen = Optional.of(new Chosen(sheet, content, model));
  }

  /** The viewports met, without those that are the sheets themselves. */
  List<Window> windows() {
    return windows;
  }

  /**
   * Reads entities up to ENDBLK, BLOCK, ENDSEC or EOF, on which the reader stays, or up to the name
   * of the next section.
   *
   * @param content what they are drawn in
   * @param paper whether they are on paper anyway
   */
  void read(Content content, boolean paper) {
    while (tags.next()) {
      if (tags.code() != GroupCode.STRUCTURE) {
        continue;
      }
      var type = tags.name();
      if (endsList(type)) {
        tags.stay();
        break;
      }
      entity(type, content, paper);
      step.run();
    }
    if (content.hasGaps()) {
      unfinished.add(content);
    }
  }

  private boolean endsList(String type) {
    return switch (type) {
      case "ENDSEC", "ENDBLK", "BLOCK", "EOF" -> true;
      case "SECTION" -> tags.beginsSection();
      default -> false;
    };
  }

  private void entity(String type, Content content, boolean paper) {
    var entity = groups(type);
    if (isAwaited(entity)) {
      return;
    }
    var parts = new ArrayList<Entity>();
    int count = 0;
    while (tags.next()) {
      var next = tags.name();
      if (!entity.owns(next)) {
        tags.stay();
        break;
      }
      var part = groups(next);
      if (++count > EntityBudget.MAX_PARTS && !next.equals("SEQEND")) {
        entity.cutShort();
        passOver(part);
        continue;
      }
      entity.adopt(part);
      if (next.equals("SEQEND")) {
        break;
      }
      if (!part.isPart()) {
        parts.add(part);
      }
    }
    if (entity instanceof Viewport viewport
        && !content.owner().isEmpty()
        && sheetsBegun.add(content)) {
      viewport.takeForSheetIfUnnumbered();
    }
    var target = isOnChosen(entity, content, paper) ? chosen.get().content() : content;
    boolean onPaper = target == content && (paper || entity.isPaperSpace()) && !isChosen(content);
    for (var part : parts) {
      settle(part, target.owner(), onPaper);
    }
    if (onPaper || entity.needs() == Needs.NOTHING) {
      target.add(settle(entity, target.owner(), onPaper));
    } else {
      target.leaveGap(entity, onPaper);
    }
    if (onPaper || isChosen(target)) {
      list(entity, content.owner());
    }
  }

  /**
   * Whether an entity is a part of one before it, which then takes it in; otherwise remembers it.
   */
  private boolean isAwaited(Entity entity) {
    var whole = awaited.isEmpty() ? null : awaited.remove(entity.handle());
    if (whole != null) {
      whole.adopt(entity);
      return true;
    }
    if (awaited.size() < MAX_AWAITED) {
      for (var handle : entity.awaits()) {
        awaited.putIfAbsent(handle, entity);
      }
    }
    return false;
  }

  private boolean isChosen(Content content) {
    return chosen.isPresent() && chosen.get().content() == content;
  }

  /** Whether an entity that stands elsewhere is on the chosen sheet. */
  private boolean isOnChosen(Entity entity, Content content, boolean paper) {
    return chosen.isPresent()
        && !paper
        && content.owner().isEmpty()
        && entity.isPaperSpace()
        && chosen.get().sheet().holds(entity);
  }

  private void list(Entity entity, String block) {
    if (entity instanceof Viewport viewport
        && !viewport.isSheetItself()
        && windows.size() < MAX_VIEWPORTS) {
      windows.add(new Window(viewport, block));
    }
  }

  private boolean isSheet(String owner) {
    return chosen.isPresent() && owner.equals(chosen.get().content().owner());
  }

  /** Where the entities of a block or of the model ("") are counted. */
  private EntityLedger account(String owner, boolean paper) {
    return chosen.isPresent() && owner.isEmpty() && !paper ? chosen.get().model() : ledger;
  }

  private void passOver(Entity part) {
    if (!part.isPart()) {
      ledger.note(entry(part, Result.skipped("ENTITY_BUDGET", "One of too many of its owner's")));
    }
  }

  /** Reads an entity's own groups, up to the next structure. */
  private Entity groups(String type) {
    var entity = Entity.of(type);
    long mark = tags.mark();
    var budget = new EntityBudget(tags.position());
    tags.enter(entity);
    try {
      while (tags.next()) {
        if (tags.code() == GroupCode.STRUCTURE) {
          tags.stay();
          break;
        }
        if (entity.boundsItself() || budget.takes(tags.position())) {
          entity.take(tags);
        } else {
          entity.cutShort();
        }
      }
    } catch (PermanentError e) {
      throw entity.handle().isEmpty()
          ? e
          : new PermanentError(
              e.code(), e.getMessage(), e.where().and("handle", entity.handle()), e);
    }
    tags.leave();
    var handle = entity.handle();
    entity.nameBy(handle.isEmpty() ? tags.placeOf(mark).toString() : handle, qualifier);
    if (type.equals("ATTDEF") && templates.size() < MAX_TEMPLATES) {
      templates.putIfAbsent(entity.handle(), entity);
    }
    return entity;
  }

  /** Converts an entity and enters it in the ledger. */
  private List<DrawingItem> settle(Entity entity, String owner, boolean paper) {
    var whole = outcome(entity, owner, paper);
    census.met(entity, owner, whole);
    var result = census == Census.NONE ? visible(entity, owner, whole) : whole;
    if (result.outcome() == Outcome.CONVERTED) {
      if (entity.type().equals("INSERT") && !blocks.get(entity.block()).shown()) {
        pending.expect(entity.block(), owner, entry(entity, whole), account(owner, paper));
      } else {
        account(owner, paper).converted(entity.type());
      }
    } else {
      account(owner, paper).note(entry(entity, result));
    }
    return result.items();
  }

  private Result outcome(Entity entity, String owner, boolean paper) {
    if (paper) {
      return Result.skipped("PAPER_SPACE", "On a sheet that is not converted");
    }
    if (!owner.isEmpty() && entity.block().equalsIgnoreCase(owner)) {
      return Result.skipped("RECURSIVE_BLOCK", "The block " + owner + " would contain itself");
    }
    if (entity instanceof Viewport && !isSheet(owner)) {
      return Result.skipped("NO_SHEET", "A viewport that is on no sheet");
    }
    if (!owner.isEmpty() && !entity.block().isEmpty()) {
      blocks.get(owner).uses(blocks.get(entity.block()));
    }
    var result = entity.convert(this);
    if (!Finiteness.holds(result.items())) {
      return Result.skipped("NOT_FINITE", "A coordinate is not a number or out of all bounds");
    }
    return EntityBudget.within(entity, result);
  }

  private Result visible(Entity entity, String owner, Result result) {
    boolean inBlock = (!owner.isEmpty() && !isSheet(owner)) || !qualifier.isEmpty();
    return Visibility.of(entity, layers.get(entity.layerName()), inBlock, result);
  }

  private static EntityLedger.Entry entry(Entity entity, Result result) {
    return new EntityLedger.Entry(
        entity.handle(),
        entity.type(),
        PlainText.decoded(entity.layerName()),
        result.outcome(),
        result.reason(),
        result.detail());
  }

  /** Converts what had to wait for this; to be called at the end, DEFINITIONS first. */
  void fillGaps(Needs need) {
    chosen.map(Chosen::content).filter(Content::hasGaps).ifPresent(unfinished::add);
    var measure = new Extents();
    for (var content : unfinished) {
      if (need == Needs.EXTENTS) {
        extents = measure.of(content.items());
      }
      content.fill(need, this::settle);
    }
    unfinished.removeIf(content -> !content.hasGaps());
  }

  /** Settles the inserts whose blocks had not been met; to be called when no gap is left. */
  void finish() {
    pending.settle();
  }

  @Override
  public Layer layer(String name) {
    return layers.get(name).layer();
  }

  @Override
  public Appearances appearances() {
    return appearances;
  }

  @Override
  public Optional<Layer> layerAt(int index) {
    return layers.at(index);
  }

  @Override
  public Symbol symbol(String blockName) {
    return blocks.get(blockName).symbol;
  }

  @Override
  public Definitions definitions() {
    return definitions;
  }

  @Override
  public Optional<Entity> template(String handle) {
    return Optional.ofNullable(templates.get(handle));
  }

  @Override
  public Box extents() {
    return extents;
  }

  @Override
  public double unitFactor(String blockName) {
    return blocks.get(blockName).unitFactor;
  }

  @Override
  public Vec3 basePoint(String blockName) {
    return blocks.get(blockName).base;
  }

  @Override
  public boolean takeFaces(long wanted) {
    return unfolding.takeFaces(wanted);
  }

  @Override
  public int takeInstances(long wanted) {
    return unfolding.takeInstances(wanted);
  }
}
