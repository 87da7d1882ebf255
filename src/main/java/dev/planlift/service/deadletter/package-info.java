/**
 * What becomes of dead letters without anybody's doing: some are tried once more, the others go
 * after a time in which somebody could have looked.
 */
@NullMarked
package dev.planlift.service.deadletter;

import org.jspecify.annotations.NullMarked;
