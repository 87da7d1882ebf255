/** Tests of what operators see. */
@NullMarked
package dev.planlift.service.ops;

import org.jspecify.annotations.NullMarked;
