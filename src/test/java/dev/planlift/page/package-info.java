/** The web page in a real browser, on the real server. */
@NullMarked
package dev.planlift.page;

import org.jspecify.annotations.NullMarked;
