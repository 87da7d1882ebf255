package dev.planlift.core.dxf.entity;

import dev.planlift.core.dxf.TagReader;
import dev.planlift.core.dxf.proxy.ProxyGraphic;
import dev.planlift.core.dxf.proxy.ProxyPicture;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Gathers the proxy graphic of an entity: its size in group 92 or 160, its bytes in the groups 310
 * that follow at once. Other bytes in 310 have other sizes before them.
 */
final class ProxyBytes {
  private static final int MAX_BYTES = 64 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
  private Function<byte[], String> decoder = raw -> new String(raw, StandardCharsets.UTF_8);
  private boolean expected;

  void take(int code, TagReader tag) {
    if (code == 310 && expected) {
      if (bytes.size() < MAX_BYTES) {
        bytes.writeBytes(tag.bytes());
      }
    } else {
      expected = (code == 92 || code == 160) && bytes.size() == 0;
      decoder = tag::decode;
    }
  }

  boolean isEmpty() {
    return bytes.size() == 0;
  }

  /** What the bytes draw for an entity; read once, they are let go. */
  ProxyPicture draw(Entity owner, Scope scope) {
    var stream = bytes.toByteArray();
    bytes.reset();
    return ProxyGraphic.draw(stream, scope, owner.appearance(scope), owner.source(), decoder);
  }

  /** The graphic in the entity's place; what is said where there is none. */
  Result result(Entity owner, Scope scope, Result otherwise) {
    if (isEmpty()) {
      return otherwise;
    }
    var picture = draw(owner, scope);
    if (picture.items().isEmpty()) {
      return Result.skipped("EMPTY_PROXY_GRAPHIC", "Its proxy graphic draws nothing");
    }
    if (picture.damaged()) {
      return Result.approximated(
          picture.items(), "DAMAGED_PROXY_GRAPHIC", "Its proxy graphic is only read in part");
    }
    return Result.approximated(
        picture.items(),
        "PROXY_GRAPHIC",
        picture.passedOver() == 0
            ? "Shown by the proxy graphic that its program left of it"
            : "Shown by its proxy graphic without " + picture.passedOver() + " commands of it");
  }
}
