package dev.planlift.service.intake;

import dev.planlift.core.options.InputFormat;

/**
 * A drawing that lies in the storage: its kind is known, its bytes are whole.
 *
 * @param key where the bytes lie
 * @param name what the client's file was called; empty where it had no name
 * @param sha256 hexadecimal
 */
record ArrivedDrawing(String key, String name, InputFormat format, long sizeBytes, String sha256) {}
