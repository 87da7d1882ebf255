/**
 * Where files lie: bytes under keys. What has been put is whole and on disk before {@code put}
 * returns, and nothing half-written is ever seen. Failures of the storage itself are {@link
 * dev.planlift.error.RetryableError}s with STORAGE_ERROR.
 */
@NullMarked
package dev.planlift.service.storage;

import org.jspecify.annotations.NullMarked;
