/** Tests of the job room. */
@NullMarked
package dev.planlift.service.job;

import org.jspecify.annotations.NullMarked;
