// swift-tools-version: 6.1
import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// One of ours: a library target under `Sources/`.
func room(_ name: String, imports: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: imports, exclude: exclude, resources: resources, swiftSettings: swiftSettings)
}

/// The tests of one target, in a folder named for it.
func tests(_ name: String, imports: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil) -> Target {
    .testTarget(name: name, dependencies: imports, exclude: exclude, resources: resources, swiftSettings: swiftSettings)
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

        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
        .target(name: "CRestore"),

        room("Text", imports: ["CICU", "CStemmer", "CDigest"]),
        room("Articles", imports: ["Text"]),
        // The tables in Resources are compiled in by Scripts/embed.
        room("Topics", imports: ["Articles", "Text"], exclude: ["Resources"]),
        room("Search", imports: ["Text"]),
        room("Library", imports: ["Articles", "Search", "Text", "Topics", grdb, sqlite]),
        room("Formats", imports: ["CCmark", "Articles", "Text", yams]),
        room("Sync", imports: ["Articles", "Formats", "Library", "Text", "Topics"]),
        room("Terminal", imports: ["Text", "CNcurses", "CRestore"]),
        room(
            "Reader", imports: ["Articles", "Library", "Search", "Sync", "Terminal", "Text", "Topics", yams],
            resources: [.embedInCode("Theme/BuiltIn")]),


        tests("ArticlesTests", imports: ["Articles", "Text"]),
        tests(
            "ReaderTests", imports: ["Articles", "Library", "Reader", "Search", "Terminal", "Text", "Topics"],
            exclude: ["Screens"]),
    ]
)
