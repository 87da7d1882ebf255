/**
 * What is seen on a page that is a picture. A detector is handed the page, rendered once, and
 * answers with outlines in points of the page as shown. None comes with the program: one is found
 * on the class path as a service, or handed to the converter.
 */
@NullMarked
package dev.planlift.core.detect;

import org.jspecify.annotations.NullMarked;
