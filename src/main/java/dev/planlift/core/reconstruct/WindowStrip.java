package dev.planlift.core.reconstruct;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * What looks like a window in plan: parallel lines side by side within a wall's thickness.
 *
 * @param center local metres
 * @param angleRad along the wall
 * @param width along, depth across, metres
 * @param named whether a symbol or layer says that it is a window
 */
record WindowStrip(
    Coordinate center,
    double angleRad,
    double width,
    double depth,
    boolean named,
    List<Integer> items) {}
