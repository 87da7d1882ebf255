/**
 * What becomes of things that nobody asks for any more: results are kept for a time after their
 * last read, rows for some time longer, and files that belong to nobody are swept away.
 */
@NullMarked
package dev.planlift.service.retention;

import org.jspecify.annotations.NullMarked;
