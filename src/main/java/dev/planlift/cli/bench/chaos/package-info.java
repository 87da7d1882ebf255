/**
 * What is broken on purpose, and how one sees that no job was lost: real brokers, databases and
 * storages, private to one run, on free ports of 127.0.0.1, ended by their process ids.
 */
@NullMarked
package dev.planlift.cli.bench.chaos;

import org.jspecify.annotations.NullMarked;
