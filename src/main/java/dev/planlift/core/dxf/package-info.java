/**
 * DXF bytes to {@link dev.planlift.core.drawing.Drawing}: a streaming reader. Degrees live here
 * only. Throws PermanentError PARSING_ERROR with line and handle where a file cannot be read on;
 * what can be repaired is a Diagnostic.
 */
@NullMarked
package dev.planlift.core.dxf;

import org.jspecify.annotations.NullMarked;
