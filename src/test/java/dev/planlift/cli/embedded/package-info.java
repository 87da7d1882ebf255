/** Tests of the embedded server, and what other tests need of it. */
@NullMarked
package dev.planlift.cli.embedded;

import org.jspecify.annotations.NullMarked;
