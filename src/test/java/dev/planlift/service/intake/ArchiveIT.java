package dev.planlift.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.planlift.EmbeddedServerFixture;
import dev.planlift.cli.embedded.EmbeddedServer;
import dev.planlift.service.intake.Api.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedServerFixture.class)
class ArchiveIT {
  private static final String HOST =
      "0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n2\nWALLS\n70\n4\n1\nC:\\plans\\walls.dwg\n0\nENDBLK\n0\nENDSEC\n"
          + Api.dxf("0\nINSERT\n8\n0\n2\nWALLS\n10\n0\n20\n0\n");

  @Test
  void aZipOfADrawingAndWhatItRefersToIsOneJob(EmbeddedServer server) throws IOException {
    var api = new Api(server.address());
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      add(out, "plan.dxf", HOST);
      add(out, "walls.dxf", Api.ONE_LINE);
    }
    var form =
        new Form()
            .part(
                "name=\"file\"; filename=\"plan.zip\"",
                "application/x-zip-compressed",
                zip.toByteArray());
    var job = api.ended(api.post(form).id());
    assertThat(job.state()).as(job.response().body()).isEqualTo("SUCCESS");
    assertThat(job.json().getString("format")).isEqualTo("dxf");
    var report = api.get(Api.JOBS + "/" + job.id() + "/report.json").json();
    assertThat(report.getJsonArray("references").getJsonObject(0).getString("state"))
        .isEqualTo("found");
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
  }
}
