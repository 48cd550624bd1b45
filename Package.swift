// swift-tools-version: 6.1
import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// One of ours: a library target under `Sources/`.
func room(_ name: String, imports: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: imports, resources: resources, swiftSettings: swiftSettings)
}

/// The tests of one target, in a folder named for it.
func tests(_ name: String, imports: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .testTarget(name: name, dependencies: imports, resources: resources, swiftSettings: swiftSettings)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "Dossier",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C libraries: a module map and a shim header each, no logic.
        .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),

        room("Text", imports: ["CICU", "CStemmer", "CDigest"]),
        room("Articles", imports: ["Text"]),
        room("Topics", imports: ["Articles", "Text"]),
        room("Search", imports: ["Text"]),
        room("Library", imports: ["Articles", "Search", "Text", "Topics", grdb, sqlite]),

        tests("ArticlesTests", imports: ["Articles", "Text"]),
        tests("SearchTests", imports: ["Search", "Text"]),
        tests(
            "LibraryTests", imports: ["Articles", "Library", "Search", "Text", "Topics", grdb, sqlite],
            resources: [.copy("Fixtures")]),
    ]
)
