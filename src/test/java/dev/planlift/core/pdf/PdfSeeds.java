package dev.planlift.core.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** What fuzzing begins with: small files of each sort, and what made the reader fail once. */
final class PdfSeeds {
  private static final Path FINDINGS = Path.of("src/test/resources/pdf/findings");

  private PdfSeeds() {}

  static Stream<Named<byte[]>> all() throws IOException {
    var all = new ArrayList<Named<byte[]>>();
    made().forEach((name, bytes) -> all.add(Named.of(name, bytes)));
    if (Files.isDirectory(FINDINGS)) {
      try (var files = Files.list(FINDINGS)) {
        for (var file : files.sorted().toList()) {
          all.add(Named.of(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
        }
      }
    }
    return all.stream();
  }

  private static Map<String, byte[]> made() {
    var made = new LinkedHashMap<String, byte[]>();
    var paths =
        "q 2 0 0 2 9 9 cm 1 w [3 1] 0 d 0 0 m 9 9 l 9 9 8 8 7 7 c h B 1 2 30 40 re W* n f Q"
            + " /DeviceRGB cs 1 0 0 scn 5 5 m 5 50 l S";
    made.put("paths", RawPdf.page(paths).bytes());
    var packed = RawPdf.deflated(paths.getBytes(StandardCharsets.US_ASCII), 1);
    made.put("packed", RawPdf.page("").stream(4, "/Filter /FlateDecode", packed).bytes());
    made.put(
        "texts, forms, layers",
        RawPdf.page("/OC /L BDC BT /T 9 Tf 9 9 Td (A) Tj [(B) 9 <43>] TJ ET EMC /F Do /I Do")
            .object(
                1,
                "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [9 0 R] /D << /OFF [9 0 R]"
                    + " >> >> >>")
            .object(
                3,
                "<< /Type /Page /Parent 2 0 R /Rotate 270 /UserUnit 2 /CropBox [9 9 500 300]"
                    + " /Contents [4 0 R] /Resources << /XObject << /F 5 0 R /I 6 0 R >>"
                    + " /Font << /T 7 0 R >> /Properties << /L 9 0 R >> >> >>")
            .stream(
                5,
                "/Subtype /Form /BBox [0 0 9 9] /Matrix [1 0 0 1 5 5]",
                "0 0 9 9 re S".getBytes(StandardCharsets.US_ASCII))
            .stream(6, "/Subtype /Image /Width 1 /Height 1", new byte[] {0})
            .object(7, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
            .object(9, "<< /Type /OCG /Name (Walls) >>")
            .bytes());
    made.put("nothing says where the pages are", RawPdf.page(paths).trailer("").bytes());
    made.put(
        "tiles, characters by their sets",
        RawPdf.page("/Pattern cs /P scn 9 9 80 80 re f BT /T 9 Tf 9 9 Td <53F06240> Tj ET")
            .object(
                3,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R /Resources"
                    + " << /Pattern << /P 5 0 R >> /Font << /T 7 0 R >> >> >>")
            .stream(
                5,
                "/PatternType 1 /BBox [0 0 8 8] /XStep 8 /YStep 8 /Matrix [1 0 0 1 3 3]",
                "0 0 m 8 8 l 1 1 m 4 1 l S".getBytes(StandardCharsets.US_ASCII))
            .object(
                7,
                "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /UniJIS-UTF16-H"
                    + " /DescendantFonts [<< /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo"
                    + " << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>] >>")
            .bytes());
    made.put(
        "bookmarks by names, a lock that no table tells",
        RawPdf.page(paths)
            .object(
                1,
                "<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R /Dests << /o [3 0 R] >> /Names"
                    + " << /Dests << /Kids [<< /Names [(n) << /D [3 0 R] >>] >>] >> >>"
                    + " /PageLabels << /Nums [0 << /P (EG) >>] >> >>")
            .object(5, "<< /First << /Title (A) /Dest (n) /Next << /Title (B) /Dest /o >> >> >>")
            .object(6, "<< /Type /XRef /Encrypt << /Filter /Standard /V 1 /R 2 >> /ID [<00>] >>")
            .trailer("")
            .bytes());
    return made;
  }
}
