package dev.planlift.cli;

import dev.planlift.cli.embedded.EmbeddedServer;

/** Tells where a running server can be met. */
final class Welcome {
  private Welcome() {}

  static void print(Terminal terminal, EmbeddedServer server) {
    var http = server.address();
    terminal.line("  page          " + terminal.bold(http.toString()));
    terminal.line("  API           " + http.resolve("/api/v1/jobs"));
    terminal.line("  API described " + http.resolve("/openapi/ui/"));
    terminal.line("  health        " + http.resolve("/health"));
    terminal.line("  metrics       " + http.resolve("/metrics"));
    terminal.line("  Admin Center  " + server.secureAddress().resolve("/adminCenter/"));
    if (server.adminPasswordIsNew()) {
      terminal.line("  administrator admin, password " + server.adminPassword());
      terminal.line("                (shown this once; kept in " + server.data() + ")");
    }
    terminal.line("  logs          " + server.logs());
  }
}
