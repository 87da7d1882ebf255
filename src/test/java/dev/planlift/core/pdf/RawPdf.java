package dev.planlift.core.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/** A PDF written object by object, so that it can say anything; by default one empty page. */
public final class RawPdf {
  private final Map<Integer, byte[]> objects = new TreeMap<>();
  private String trailer = "/Root 1 0 R";

  /** Catalog 1, page tree 2, page 3 with the content stream 4. */
  public static RawPdf page(String content) {
    return new RawPdf()
            .object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
            .object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R >>")
            .stream(4, "", content.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawPdf object(int number, String body) {
    objects.put(number, latin1(body));
    return this;
  }

  /** A stream; its length is added to the dictionary's entries. */
  public RawPdf stream(int number, String entries, byte[] data) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(latin1("<< " + entries + " /Length " + data.length + " >>\nstream\n"));
    out.writeBytes(data);
    out.writeBytes(latin1("\nendstream"));
    objects.put(number, out.toByteArray());
    return this;
  }

  RawPdf trailer(String entries) {
    trailer = entries;
    return this;
  }

  public byte[] bytes() {
    var out = new ByteArrayOutputStream();
    out.writeBytes(latin1("%PDF-1.7\n"));
    var offsets = new TreeMap<Integer, Integer>();
    objects.forEach(
        (number, body) -> {
          offsets.put(number, out.size());
          out.writeBytes(latin1(number + " 0 obj\n"));
          out.writeBytes(body);
          out.writeBytes(latin1("\nendobj\n"));
        });
    int table = out.size();
    out.writeBytes(latin1("xref\n0 1\n0000000000 65535 f \n"));
    offsets.forEach(
        (number, offset) ->
            out.writeBytes(latin1("%d 1\n%010d 00000 n \n".formatted(number, offset))));
    int size = objects.isEmpty() ? 1 : offsets.lastKey() + 1;
    out.writeBytes(
        latin1(
            "trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(size, trailer, table)));
    return out.toByteArray();
  }

  /** Packed by deflate, as often as said. */
  static byte[] deflated(byte[] data, int times) {
    var packed = data;
    for (int i = 0; i < times; i++) {
      packed = deflated(packed);
    }
    return packed;
  }

  private static byte[] deflated(byte[] data) {
    var deflater = new Deflater(9);
    try {
      deflater.setInput(data);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      var chunk = new byte[8192];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
