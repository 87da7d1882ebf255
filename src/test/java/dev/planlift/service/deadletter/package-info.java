/** Tests of the dead letters' scan. */
@NullMarked
package dev.planlift.service.deadletter;

import org.jspecify.annotations.NullMarked;
