package dev.planlift.core.gltf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A written model, read part by part: what it holds is never in memory all at once. */
final class GlbFile implements AutoCloseable {
  private static final int MAGIC = 0x46546C67;
  private static final int JSON_CHUNK = 0x4E4F534A;
  private static final int BINARY_CHUNK = 0x004E4942;

  /** Takes what is found in the JSON. */
  interface Visitor {
    /** An element of one of the glTF's arrays, such as a node. */
    void element(String array, int index, Map<String, @Nullable Object> element);

    /** Any other property of the glTF. */
    void property(String name, @Nullable Object value);
  }

  private final FileChannel channel;
  private final long jsonLength;
  private final long binaryStart;
  private final long binaryLength;

  private GlbFile(FileChannel channel) throws IOException {
    this.channel = channel;
    var head = words(0, 5);
    jsonLength = length(head.getInt(12));
    boolean sound =
        head.getInt(0) == MAGIC
            && head.getInt(4) == 2
            && length(head.getInt(8)) == channel.size()
            && head.getInt(16) == JSON_CHUNK;
    if (!sound) {
      throw new IOException("It does not begin as a model of its length begins");
    }
    long end = 20 + jsonLength;
    if (end == channel.size()) {
      binaryStart = end;
      binaryLength = 0;
    } else {
      var chunk = words(end, 2);
      binaryStart = end + 8;
      binaryLength = length(chunk.getInt(0));
      if (chunk.getInt(4) != BINARY_CHUNK || binaryStart + binaryLength != channel.size()) {
        throw new IOException("Its chunks do not fill it");
      }
    }
  }

  static GlbFile open(Path file) throws IOException {
    var channel = FileChannel.open(file);
    try {
      return new GlbFile(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static long length(int unsigned) {
    return Integer.toUnsignedLong(unsigned);
  }

  private ByteBuffer words(long at, int count) throws IOException {
    var buffer = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    readFully(at, buffer);
    return buffer;
  }

  private void readFully(long at, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at + buffer.position());
      if (read < 0) {
        throw new IOException("It ends too early");
      }
    }
    buffer.flip();
  }

  /** Fills a buffer from a place in the binary chunk, and flips it. */
  void read(long offset, ByteBuffer buffer) throws IOException {
    if (offset < 0 || offset + buffer.remaining() > binaryLength) {
      throw new IOException("A view reaches beyond the chunk");
    }
    readFully(binaryStart + offset, buffer);
  }

  /** Of the binary chunk, padding included. */
  long binaryLength() {
    return binaryLength;
  }

  /** Goes through the JSON, in its order. */
  void json(Visitor visitor) throws IOException {
    channel.position(20);
    var in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    try (var json = new JsonFactory().createParser(new Limited(in, jsonLength))) {
      json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      expect(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        if (json.nextToken() == JsonToken.START_ARRAY && isArrayOfObjects(name)) {
          elements(name, json, visitor);
        } else {
          visitor.property(name, value(json));
        }
      }
      expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
    }
  }

  private static boolean isArrayOfObjects(String name) {
    return !name.startsWith("extensions");
  }

  private static void elements(String array, JsonParser json, Visitor visitor) throws IOException {
    int index = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json.currentToken() == JsonToken.START_OBJECT);
      visitor.element(array, index++, object(json));
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser json) throws IOException {
    var object = new LinkedHashMap<String, @Nullable Object>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      object.put(name, value(json));
    }
    expect(json.currentToken() == JsonToken.END_OBJECT);
    return object;
  }

  private static @Nullable Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> {
        var list = new ArrayList<@Nullable Object>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        yield list;
      }
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
      case VALUE_NULL -> null;
      case null, default -> throw new IOException("Its JSON ends too early");
    };
  }

  private static void expect(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("Its JSON is no glTF");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** The first bytes of a stream, as one of its own. */
  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        return -1;
      }
      left--;
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = super.read(bytes, offset, (int) Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }
  }
}
