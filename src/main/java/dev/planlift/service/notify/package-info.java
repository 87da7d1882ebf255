/**
 * Tells those who wait that a job has changed: told by the events of {@code service.job} in the
 * server that made the change, and by looking at the row versions for changes made elsewhere.
 */
@NullMarked
package dev.planlift.service.notify;

import org.jspecify.annotations.NullMarked;
