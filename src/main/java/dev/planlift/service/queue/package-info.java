/**
 * Nudges on their way: the outbox is emptied into queues, one for each format and priority, and the
 * messages' form is known here alone. A message carries an id; the row knows the rest. At least
 * once: the same id may be sent again, and a claim decides.
 */
@NullMarked
package dev.planlift.service.queue;

import org.jspecify.annotations.NullMarked;
