/**
 * Takes ids from the queues, runs their conversions in child JVMs and writes what came of them. A
 * message is acknowledged after its job's end has been committed; whatever dies on the way, the
 * lease lapses and the job is taken anew.
 */
@NullMarked
package dev.planlift.service.worker;

import org.jspecify.annotations.NullMarked;
