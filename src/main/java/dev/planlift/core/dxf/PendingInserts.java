package dev.planlift.core.dxf;

import dev.planlift.core.drawing.EntityLedger;
import dev.planlift.core.drawing.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Inserts of blocks that had not been read when they were: what they show is known at the end. Of
 * blocks that contain each other in a ring one at least is named before it is read, so these are
 * the inserts to leave out.
 */
final class PendingInserts {
  private record Pending(
      BlockTable.Block block,
      Optional<BlockTable.Block> owner,
      EntityLedger.Entry entry,
      EntityLedger account) {}

  private final BlockTable blocks;
  private final List<Pending> all = new ArrayList<>();

  PendingInserts(BlockTable blocks) {
    this.blocks = blocks;
  }

  /**
   * Takes an insert.
   *
   * @param owner the block it stands in; empty for the model
   * @param entry its own entry, but for outcome and reason
   * @param account what it is entered in
   */
  void expect(String block, String owner, EntityLedger.Entry entry, EntityLedger account) {
    var around =
        owner.isEmpty() ? Optional.<BlockTable.Block>empty() : Optional.of(blocks.get(owner));
    all.add(new Pending(blocks.get(block), around, entry, account));
  }

  /** Enters all of them. */
  void settle() {
    var rings = new BlockCycles(blocks.all());
    for (var one : all) {
      boolean ring =
          one.owner.isPresent() && rings.contain(one.owner.get(), one.block) && one.block.defined;
      if (ring) {
        one.owner.get().leaveOut(one.block);
      }
      if (!ring && one.block.shown()) {
        one.account.converted("INSERT");
      } else {
        one.account.note(skipped(one, ring));
      }
    }
    blocks.all().forEach(BlockTable.Block::cut);
    all.clear();
  }

  private static EntityLedger.Entry skipped(Pending one, boolean ring) {
    var name = one.block.symbol.name();
    if (ring) {
      return entry(one, "RECURSIVE_BLOCK", "The block " + name + " would contain itself");
    }
    return one.block.external
        ? entry(
            one,
            "EXTERNAL_REFERENCE",
            "Block " + name + " is another drawing, not part of this one")
        : entry(one, "UNDEFINED_BLOCK", "There is no block " + name + " here");
  }

  private static EntityLedger.Entry entry(Pending one, String reason, String detail) {
    var e = one.entry;
    return new EntityLedger.Entry(e.handle(), e.type(), e.layer(), Outcome.SKIPPED, reason, detail);
  }
}
