/**
 * The job: its row, its states and the one table of moves between them, its stages, audit trail and
 * outbox. The row is the truth; messages are nudges. Every move is one guarded statement in a
 * database transaction of its own or of the caller's, and is told by a {@link
 * dev.planlift.service.job.JobChanged} event once that transaction has been committed.
 */
@NullMarked
package dev.planlift.service.job;

import org.jspecify.annotations.NullMarked;
