/**
 * Scene to PNG without a GPU: a rasteriser with a depth buffer, several samples a pixel, light from
 * a broad sun and an even sky. Metres, z up. Promises the same bytes for the same scene and a time
 * that is bounded whatever the scene holds; touches nothing but the file it writes.
 */
@NullMarked
package dev.planlift.core.preview;

import org.jspecify.annotations.NullMarked;
