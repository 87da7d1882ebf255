/**
 * What a stage made, kept in a file so that it need not be made again. In and out: any tree of
 * records, sealed interfaces, enums, lists, maps and numbers, in a form that follows the types by
 * itself; what was one object stays one where that matters. A file that is broken, or of another
 * build, is told from a whole one before anything of it is used.
 */
@NullMarked
package dev.planlift.core.checkpoint;

import org.jspecify.annotations.NullMarked;
