/** Tests of the runner, most of them with the real child process. */
@NullMarked
package dev.planlift.runner;

import org.jspecify.annotations.NullMarked;
