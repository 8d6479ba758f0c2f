import Testing

@testable import Publishing
@testable import Records

@Suite struct PhrasingTests {
  @Test(arguments: Problem.examples) func `a problem is one line in plain words, without a stop`(_ problem: Problem) {
    #expect(problem.words.isOneSentence)
    #expect(problem.words.first?.isUppercase == true || problem.words.hasPrefix("<"))
  }

  @Test(arguments: Obstacle.examples) func `an obstacle names its path and, on one line, what to do`(
    _ obstacle: Obstacle
  ) {
    #expect(obstacle.words.isOneSentence)
    #expect(obstacle.words.contains("vägen"))
  }

  @Test(arguments: [1, 2, 5, 13, 17, 18, 20, 21, 22, 24, 27, 28, 30, 36, 40, 16, 26])
  func `a fault of the system is told in Swedish`(_ code: Int32) {
    #expect(!DiskFault(code: code).words.isEmpty)
  }

  @Test func `a long destination is cut, so that a message stays a line`() {
    #expect(Problem.unsafeLink(destination: String(repeating: "x", count: 10_000)).words.count < 400)
  }
}

private let aDay = CalendarDate(iso: "2025-05-23")!

extension Problem {
  static let examples: [Problem] =
    PersonalDataKind.allCases.flatMap {
      [.personalData($0), .personalDataInPage($0, page: "a")]
    } + [
      .invalidUTF8, .forbiddenCharacter(scalar: 0), .fileTooLarge(bytes: 2 << 20, limit: 1 << 20),
      .lineTooLong(bytes: 70_000, limit: 65_536), .nestingTooDeep(limit: 100), .tooManyBrackets(limit: 2000),
      .unreadableFile(reason: "x"), .symbolicLink, .ignoredFile, .externalImage(source: "x"),
      .duplicateMinutes(of: SourceLocation(path: "a.md")), .templatesMissing(path: "a"),
      .frontMatterSyntax(message: "not a mapping"),
      .frontMatterSyntax(message: "something new"), .frontMatterUnclosed, .yamlFeatureRefused(feature: "&"),
      .unknownKey(key: "a", nearest: nil), .unknownKey(key: "a", nearest: "b"), .duplicateKey(key: "a"),
      .wrongValue(key: "a", expected: "ett datum"), .rawHTML(tag: "<b>"), .unbalancedTag(tag: "<del>"),
      .unsafeLink(destination: "x"), .brokenLink(destination: "x"), .unknownBody(name: "a", nearest: nil),
      .unknownPrincipal(name: "a", nearest: "b"), .unknownAgreement(id: "a"),
      .addressTaken(address: "/a/", by: SourceLocation(path: "a.md")), .templateMissing(name: "a"),
      .templateSyntax(message: "a"), .unknownTemplateName(name: "a", page: "/"), .partialMissing(name: "a"),
      .templateUnused(name: "a", nearest: nil), .templateUnused(name: "a", nearest: "b"),
      .logo(file: "a.svg", .missing(nearest: nil)), .logo(file: "a.svg", .misplaced), .logo(file: "a.svg", .kind),
      .logo(file: "a.svg", .otherKind), .logo(file: "a.svg", .tooLarge(bytes: 2, limit: 1)),
      .logo(file: "a.svg", .unsafe("<script>")), .logo(file: "a.svg", .unsized),
      .accentContrast(.white, contrast: 1, on: .light, nearest: .black),
      .contentMissing(path: "a"), .contentEmpty(path: "a"), .brokenPageLink(page: "a", destination: "b"),
      .sourceWithoutPage(path: "a"), .missingName, .misplacedKey(key: "a", kind: "avtal"),
      .notInText(key: "punkter", name: "14", nearest: nil), .notInText(key: "organ", name: "a", nearest: "b"),
      .contradicted(used: "a", line: 3, other: "b", settledBy: "datum: 2024-05-17"),
      .nameClaimedTwice(name: "a", by: SourceLocation(path: "a.yml")),
      .formerAddressTaken(address: "a"), .formerAddressUnclear(address: "a"), .nameOfNobody(name: "a"),
      .unlistedVerifier(name: "A"), .sameDay(as: SourceLocation(path: "a.md")),
      .gapSinceLast(last: "1", number: "3", in: SourceLocation(path: "a.md")),
      .repeatedSinceLast(last: "3", number: "2", in: SourceLocation(path: "a.md")),
      .tooManyMembers(of: "A", count: 2, seats: 1, rule: SourceLocation(path: "a.md")),
      .unrepresented(principals: ["A", "B"]), .similarNames(rare: "a", common: "b", at: SourceLocation(path: "a.md")),
      .addressVanished(address: "/a/", holder: "a.md", line: "{adress: /a/, flyttad till: /b/}"),
      .formerAddressPublished(address: "/a/"), .formerAddressTwice(address: "/a/"), .movedNowhere(address: "/a/"),
      .withdrawnInFuture(
        address: "/a/", on: CalendarDate(iso: "2999-01-01")!, today: CalendarDate(iso: "2026-01-01")!),
      .answer(.unknownRecommendation(text: "a")), .answer(.unknownPrincipal(name: "a", nearest: nil)),
      .answer(.beforeDispatch(principal: "A", date: aDay, dispatched: aDay)),
      .answer(.inFuture(principal: "A", date: aDay, today: aDay)),
      .answer(.twice(principal: "A", first: SourceLocation(path: "a.yml"))),
      .answer(.contradicted(principal: "A", here: .decided(.no, aDay), there: .pending, at: "a.yml:3")),
      .answer(.moreThanTold(told: 1, known: 2, on: aDay)),
      .contradictoryApproval(body: "a", first: "b", firstLine: 1, second: "c"),
    ]
}

extension Obstacle {
  static let examples: [Obstacle] = [
    .outputIsRoot(path: "/vägen"), .outputIsNoFolder(path: "vägen"), .outputParentMissing(path: "vägen", parent: "x"),
    .outputHoldsSources(path: "vägen", source: "x"), .outputInsideSources(path: "vägen", source: "x"),
    .outputNotOurs(path: "vägen", example: "x"), .outputIsMountPoint(path: "vägen"),
    .outputParentNotWritable(path: "vägen", parent: "x", reason: DiskFault(code: 13)),
    .outputInUse(path: "vägen", process: "7"), .outputInUse(path: "vägen", process: nil),
    .draftsInPublicFolder(path: "vägen"), .pastDayInPublicFolder(path: "vägen", day: CalendarDate(iso: "2024-05-17")!),
    .cannotWrite(path: "vägen", reason: DiskFault(code: 28)),
    .cannotSwap(path: "vägen", reason: DiskFault(code: 18)), .outputPathUnsafe(path: "vägen"),
    .fileExists(path: "vägen"), .meetingExists(path: "vägen"),
    .oldSiteLeft(path: "vägen", reason: DiskFault(code: 16)),
  ]
}
