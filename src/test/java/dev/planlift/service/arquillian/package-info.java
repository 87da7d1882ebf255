/** A server for the tests that run inside one: own database, own folders, free ports. */
@NullMarked
package dev.planlift.service.arquillian;

import org.jspecify.annotations.NullMarked;
