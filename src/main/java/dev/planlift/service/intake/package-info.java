/**
 * The HTTP interface under {@code /api/v1}: takes drawings, shows jobs, hands out results.
 *
 * <p>In: requests; a drawing is streamed to storage as it arrives, so memory stays flat whatever
 * its size. Out: JSON, the stored bytes, and for everything that goes wrong a problem of RFC 9457
 * with the {@link dev.planlift.error.ErrorCode}. What a drawing holds is looked at only as far as
 * telling its format; all else is the conversion's.
 */
@NullMarked
package dev.planlift.service.intake;

import org.jspecify.annotations.NullMarked;
