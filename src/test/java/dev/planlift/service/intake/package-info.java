/** Tests of the HTTP interface: its parts alone, and as ITs against the running server. */
@NullMarked
package dev.planlift.service.intake;

import org.jspecify.annotations.NullMarked;
