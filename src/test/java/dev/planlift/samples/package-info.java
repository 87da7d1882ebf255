/**
 * Floor plans of the project's own: designed in metres, drawn as DXF in several drafting manners,
 * each with its ground truth. The files of the {@code samples} folder come from here.
 */
@NullMarked
package dev.planlift.samples;

import org.jspecify.annotations.NullMarked;
