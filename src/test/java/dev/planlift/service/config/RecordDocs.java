package dev.planlift.service.config;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the records of one source file say of their components, read by the compiler's own eyes. */
final class RecordDocs {
  private final Map<String, String> docs;

  private RecordDocs(Map<String, String> docs) {
    this.docs = Map.copyOf(docs);
  }

  static RecordDocs read(Path source) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjects(source));
      var scanner = new Scanner(DocTrees.instance(task));
      scanner.scan(task.parse(), null);
      return new RecordDocs(scanner.docs);
    }
  }

  /**
   * What {@code @param} says of a record's component, in Markdown.
   *
   * @throws AssertionError where it says nothing
   */
  String of(String record, String component) {
    var doc = docs.get(record + "." + component);
    if (doc == null) {
      throw new AssertionError(
          "Say what %s.%s does: @param %s … in the javadoc of the record"
              .formatted(record, component, component));
    }
    return doc;
  }

  private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final DocTrees trees;
    private final Map<String, String> docs = new HashMap<>();

    Scanner(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
      var comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        for (var tag : comment.getBlockTags()) {
          if (tag instanceof ParamTree param && !param.isTypeParameter()) {
            docs.put(type.getSimpleName() + "." + param.getName(), text(param.getDescription()));
          }
        }
      }
      return super.visitClass(type, null);
    }

    private static String text(List<? extends DocTree> words) {
      var text = new StringBuilder();
      for (var word : words) {
        text.append(
            word instanceof LiteralTree literal && literal.getKind() == DocTree.Kind.CODE
                ? "`" + literal.getBody() + "`"
                : word.toString());
      }
      return text.toString().replaceAll("\\s+", " ").strip().replace("|", "\\|");
    }
  }
}
