package dev.planlift.core.dxf.proxy;

import dev.planlift.core.drawing.DrawingItem;
import java.util.List;

/**
 * What a proxy graphic draws.
 *
 * @param passedOver commands that draw and are not known here, or draw without end
 * @param damaged whether the stream breaks off or holds what cannot be; what was whole is there
 */
public record ProxyPicture(List<DrawingItem> items, int passedOver, boolean damaged) {
  public ProxyPicture {
    items = List.copyOf(items);
  }
}
