/** Tests of the worker room. */
@NullMarked
package dev.planlift.service.worker;

import org.jspecify.annotations.NullMarked;
