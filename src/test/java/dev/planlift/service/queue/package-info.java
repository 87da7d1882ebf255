/** Tests of the queue room. */
@NullMarked
package dev.planlift.service.queue;

import org.jspecify.annotations.NullMarked;
