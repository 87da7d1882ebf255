/**
 * The front door of core: a file in, a model, a report and a picture out; stages, budgets and the
 * report.
 */
@NullMarked
package dev.planlift.core.convert;

import org.jspecify.annotations.NullMarked;
