/** What operators and orchestrators look at: is it started, does it live, can it take work. */
@NullMarked
package dev.planlift.service.ops;

import org.jspecify.annotations.NullMarked;
