import Testing

@testable import Records

@Suite struct LanguageTagTests {
  @Test(arguments: [
    ("en", "en", false), ("AR", "ar", true), ("sr-latn-rs", "sr-Latn-RS", false), ("es-419", "es-419", false),
    ("fa", "fa", true), ("ku-arab", "ku-Arab", true), ("ar-Latn", "ar-Latn", false), ("zh-hant", "zh-Hant", false),
    ("de-1996", "de-1996", false), ("smj", "smj", false), ("yi", "yi", true), ("fit-SE", "fit-SE", false),
  ]) func `a tag is taken in its usual capitals, and tells where lines begin`(
    _ text: String, _ usual: String, _ isRight: Bool
  ) {
    #expect(LanguageTag(text)?.text == usual && LanguageTag(text)?.isRightToLeft == isRight)
  }

  @Test(arguments: [
    "", "e", "engelska", "English", "eng", "en_US", "en-", "-en", "en--US", "en-USA-", "sv SE", "en-a", "e1", "år",
    "en-123456789",
  ])
  func `what is no tag is not taken`(_ text: String) { #expect(LanguageTag(text) == nil) }
}
