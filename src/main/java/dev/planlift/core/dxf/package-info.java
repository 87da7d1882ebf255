/**
 * DXF bytes, ASCII or binary, to {@link dev.planlift.core.drawing.Drawing}: a streaming reader that
 * holds one group at a time. Degrees live here only. Throws PermanentError PARSING_ERROR with line
 * and handle where a file cannot be read on; what can be repaired is a Diagnostic; what is not
 * drawn is in the ledger with its reason. Reads files, writes none, and uses no static mutable
 * state.
 */
@NullMarked
package dev.planlift.core.dxf;

import org.jspecify.annotations.NullMarked;
