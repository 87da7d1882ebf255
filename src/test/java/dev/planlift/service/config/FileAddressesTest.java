package dev.planlift.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.PermanentError;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileAddressesTest {
  private static final FileAddresses ALLOWED =
      FileAddresses.under(
          List.of("https://files.example/plans", "http://127.0.0.1:8080/", "http://[::1]/a/"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://files.example/plans",
        "https://files.example/plans/a.dxf",
        "HTTPS://FILES.EXAMPLE:443/plans/b/c.dxf?signature=%2e%2e%2f&x=@evil",
        "http://127.0.0.1:8080/anything",
        "http://[::1]:80/a/b",
      })
  void whatLiesUnderAPrefixIsAllowed(String address) {
    assertThat(ALLOWED.check(address)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plans/a.dxf",
        "file:///etc/passwd",
        "jar:https://files.example/plans/a.jar!/b",
        "ftp://files.example/plans/a.dxf",
        "http://files.example/plans/a.dxf",
        "https://files.example:8443/plans/a.dxf",
        "https://files.example/",
        "https://files.example/plans2/a.dxf",
        "https://files.example/Plans/a.dxf",
        "https://files.example.evil.example/plans/a.dxf",
        "https://files.example@evil.example/plans/a.dxf",
        "https://user:secret@files.example/plans/a.dxf",
        "https://evil.example/#https://files.example/plans/",
        "https://evil.example\\@files.example/plans/a.dxf",
        "https://files.example/plans/../secret",
        "https://files.example/plans/..",
        "https://files.example/plans/./a.dxf",
        "https://files.example/plans/%2e%2e/secret",
        "https://files.example/plans/..%2Fsecret",
        "https://files.example/plans/..%5csecret",
        "https://files.example/plans/%252e%252e/secret",
        "https://files.example/plans/a.dxf#b",
        "https://files.example/plans/a b.dxf",
        "https://127.0.0.1/latest/meta-data",
        "http://127.0.0.1/",
        "http://127.1:8080/",
        "http://2130706433:8080/",
        "http://localhost:8080/",
        "//files.example/plans/a.dxf",
      })
  void nothingElseIs(String address) {
    assertThatThrownBy(() -> ALLOWED.check(address))
        .isInstanceOfSatisfying(
            PermanentError.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_URL_NOT_ALLOWED));
  }

  @Test
  void withoutPrefixesNothingIsAllowed() {
    assertThatThrownBy(() -> FileAddresses.under(List.of()).check("https://files.example/a.dxf"))
        .isInstanceOf(PermanentError.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "files.example",
        "https://",
        "https:///plans",
        "ftp://files.example/",
        "https://user@files.example/",
        "https://files.example/?a=b",
        "https://files.example/a/../b",
      })
  void whatIsNoPrefixStopsTheStart(String prefix) {
    assertThatThrownBy(() -> FileAddresses.under(List.of(prefix)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(prefix);
  }

  @ParameterizedTest
  @CsvSource({
    "https://files.example/plans/a%20b.dxf?x=/y, a b.dxf",
    "https://files.example/plans/, ''",
    "https://files.example, ''",
    "https://files.example/a%00%0Ab.dxf, ab.dxf",
  })
  void aFileIsCalledByTheLastPartOfItsAddress(URI address, String name) {
    assertThat(FileAddresses.fileName(address)).isEqualTo(name);
  }
}
