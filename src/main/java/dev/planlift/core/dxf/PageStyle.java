package dev.planlift.core.dxf;

/** How a page of text is to look. */
public interface PageStyle {
  /** Eighty columns without emphasis. */
  PageStyle PLAIN =
      new PageStyle() {
        @Override
        public int columns() {
          return 80;
        }

        @Override
        public String strong(String text) {
          return text;
        }

        @Override
        public String faint(String text) {
          return text;
        }

        @Override
        public String alert(String text) {
          return text;
        }
      };

  /** How many characters fit on a line. */
  int columns();

  String strong(String text);

  String faint(String text);

  /** For what may need someone's care. */
  String alert(String text);
}
