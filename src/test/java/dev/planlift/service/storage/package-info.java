/** Tests of the storage room. */
@NullMarked
package dev.planlift.service.storage;

import org.jspecify.annotations.NullMarked;
