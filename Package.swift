// swift-tools-version: 6.2
import PackageDescription

/// Arrows point downwards only: Publishing on the stages, the stages on Records, and no stage on another.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "samsyn",
  products: [.executable(name: "samsyn", targets: ["samsyn"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Records", swiftSettings: settings),
    .target(
      name: "Reading",
      dependencies: ["Records", "CCmark", "CCrypto", "CZlib", "Yams"], swiftSettings: settings),
    .target(name: "Approval", dependencies: ["Records"], swiftSettings: settings),
    .target(name: "Linking", dependencies: ["Records"], swiftSettings: settings),
    .target(name: "Tracking", dependencies: ["Records"], swiftSettings: settings),
    .target(
      name: "Rendering", dependencies: ["Records", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: settings),
    .target(name: "Drafting", dependencies: ["Records"], swiftSettings: settings),
    .target(
      name: "Search", dependencies: ["Records", "CZlib"], resources: [.embedInCode("rules.json")],
      swiftSettings: settings),
    .target(
      name: "Publishing",
      dependencies: [
        "Records", "Reading", "Approval", "Linking", "Tracking", "Rendering", "Search", "Drafting", "CLinux",
      ],
      resources: [.embedInCode("preview.css"), .embedInCode("preview.js")],
      swiftSettings: settings),
    .executableTarget(
      name: "samsyn",
      dependencies: [
        "Publishing", "Records", .product(name: "ArgumentParser", package: "swift-argument-parser"), "FlyingFox",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "bench", dependencies: ["Reading", "Records", "Approval", "Linking", "Tracking", "Search", "CCmark", "Yams"],
      path: "Tests/Bench",
      swiftSettings: settings),
    .testTarget(name: "DraftingTests", dependencies: ["Drafting", "Records"], swiftSettings: settings),
    .testTarget(name: "ReadingTests", dependencies: ["Reading", "Records"], swiftSettings: settings),
    .testTarget(name: "ApprovalTests", dependencies: ["Approval", "Reading", "Records"], swiftSettings: settings),
    .testTarget(
      name: "LinkingTests", dependencies: ["Approval", "Linking", "Reading", "Records", "Tracking"],
      swiftSettings: settings),
    .testTarget(name: "RenderingTests", dependencies: ["Rendering", "Search", "Records"], swiftSettings: settings),
    .testTarget(name: "SearchTests", dependencies: ["Search", "Records", "CZlib"], swiftSettings: settings),
    .testTarget(
      name: "MarkupTests", dependencies: ["Reading", "Rendering", "Records", "CCmark"], swiftSettings: settings),
    .testTarget(name: "FrontMatterTests", dependencies: ["Records", "Reading"], swiftSettings: settings),
    .testTarget(
      name: "PublishingTests", dependencies: ["Records", "Reading", "Rendering", "Publishing", "samsyn", "CZlib"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
