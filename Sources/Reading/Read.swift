package import Records

/// One file becomes one `Document`. Pure, and never fails: what was wrong comes with the document.
package func read(_ source: SourceFile) -> Document {
  Document(source: source, isDraft: false, content: .unrecognised, diagnostics: [])
}
