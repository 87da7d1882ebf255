package dev.planlift.core.scene;

/**
 * How a surface looks; equal materials are written once.
 *
 * @param name short, readable
 * @param rgb 0xRRGGBB, sRGB
 * @param opacity 0 to 1
 * @param doubleSided only where the geometry is open
 */
public record Material(
    String name, int rgb, double opacity, double roughness, boolean doubleSided) {}
