// swift-tools-version: 6.2
import PackageDescription

/// `DOSSIER_WARNINGS=error` makes a warning in any source of ours fail the build.
let warnings: [SwiftSetting] =
    Context.environment["DOSSIER_WARNINGS"] == "error" ? [.treatAllWarnings(as: .error)] : []

let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
] + warnings

/// One of ours: a library target under `Sources/`.
func room(
    _ name: String, imports: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
    .target(name: name, dependencies: imports, exclude: exclude, resources: resources, swiftSettings: swiftSettings)
}

/// The tests of one target, in a folder named for it; with what all tests share.
func tests(
    _ name: String, imports: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
    .testTarget(
        name: name, dependencies: imports + ["TestSupport"], exclude: exclude, resources: resources,
        swiftSettings: swiftSettings)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "Dossier",
    products: [
        .executable(name: "dossier", targets: ["dossier"]),
        .executable(name: "dossier-worker", targets: ["dossier-worker"]),
        // For the fuzzer, which is a package of its own.
        .library(name: "DossierFuzzTargets", targets: ["FuzzTargets"]),
        // For the benchmarks, which are a package of their own.
        .library(
            name: "DossierParts",
            targets: ["Text", "Articles", "Formats", "Topics", "Search", "Library", "Sync", "PseudoTerminal"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C libraries: a module map and a shim header each, no logic.
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
        .systemLibrary(name: "CVterm", providers: [.apt(["libvterm-dev"])]),
        // ICU without its types, which clash with those of the ICU inside Foundation.
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),
        // What a signal handler may do, in C: Swift code cannot be relied on to be async-signal-safe.
        .target(name: "CRestore"),
        // What the worker gives up before it reads: prctl is variadic, which Swift does not call.
        .target(name: "CConfine"),
        // Zeros in place of what a mapped file cannot give, for the same reason in C.
        .target(name: "CMapping"),

        room("Text", imports: ["CICU", "CStemmer", "CDigest"]),
        room("Articles", imports: ["Text"]),
        room("Configuration", imports: ["Text", yams]),
        room("Formats", imports: ["Articles", "Text", "CCmark", yams]),
        // The readers that stand on C parsers of hostile formats. Only the worker links them: they cost the program
        // neither its start nor its life.
        room("Documents", imports: ["Articles", "Text", "Formats", "CGumbo", "CXML", "CMime", "CArchive", "CUchardet", "CSQLite", "CConfine"]),
        room("Workers", imports: ["Articles", "Text", "Formats"]),
        room("Fetching", imports: ["Workers", "CCurl"]),
        .executableTarget(
            name: "dossier-worker", dependencies: ["Workers", "Documents", "Fetching", "Formats", "Articles", "Text", "CConfine"],
            swiftSettings: swiftSettings),
        // The tables in Resources are compiled in by Scripts/embed.
        room("Topics", imports: ["Articles", "Text"], exclude: ["Resources"]),
        room("Search", imports: ["Text", "CMapping"]),
        room("Library", imports: ["Articles", "Text", "Topics", "Search", grdb, sqlite]),
        room("Sync", imports: ["Articles", "Text", "Formats", "Workers", "Topics", "Library"]),
        room("Feeds", imports: ["Articles", "Text", "Formats", "Workers", "Library"]),
        room("Briefings", imports: ["Articles", "Text", "Topics", "Search", "Library"]),
        room("Terminal", imports: ["Text", "CNcurses", "CRestore"]),
        room(
            "Reader",
            imports: ["Articles", "Configuration", "Text", "Topics", "Search", "Library", "Briefings", "Sync", "Terminal", yams],
            resources: [.embedInCode("Theme/BuiltIn")]),
        .executableTarget(
            name: "dossier",
            dependencies: [
                "Articles", "Configuration", "Text", "Formats", "Workers", "Topics", "Search", "Library", "Briefings", "Sync", "Feeds", "Reader",
                argumentParser,
            ],
            swiftSettings: swiftSettings),

        // For tests and benchmarks: a program in a pseudo-terminal, read by libvterm.
        room("PseudoTerminal", imports: ["CVterm"]),
        .executableTarget(
            name: "terminal-demo", dependencies: ["Terminal", "Text"], path: "Tests/TerminalDemo",
            swiftSettings: swiftSettings),

        .executableTarget(
            name: "index-driver", dependencies: ["Search", "Library", "Articles", "Text"], path: "Tests/IndexDriver",
            swiftSettings: swiftSettings),
        // Of hostile bytes, each reader: for tests and the fuzzer.
        .target(
            name: "FuzzTargets", dependencies: ["Documents", "Workers", "Formats", "Articles", "Text"], path: "Tests/FuzzTargets",
            exclude: ["Seeds"], swiftSettings: swiftSettings),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
        tests("TextTests", imports: ["Text"]),
        tests("ArticlesTests", imports: ["Articles", "Text"]),
        tests("ConfigurationTests", imports: ["Configuration", "Text"]),
        tests("FormatsTests", imports: ["Formats", "Articles", "Text"], resources: [.copy("Fixtures")]),
        tests(
            "DocumentsTests", imports: ["Documents", "Formats", "Articles", "Text", "CConfine", "FuzzTargets"],
            resources: [.copy("Fixtures")]),
        tests("WorkersTests", imports: ["Workers", "Formats", "Articles", "Text", "dossier-worker"]),
        tests("FetchingTests", imports: ["Fetching", "Workers", "Text"]),
        tests(
            "FeedsTests",
            imports: ["Feeds", "Workers", "Library", "Search", "Formats", "Articles", "Text", "dossier-worker"]),
        tests("TopicsTests", imports: ["Topics", "Articles", "Text"], resources: [.copy("Fixtures")]),
        tests("SearchTests", imports: ["Search", "Text", "index-driver"]),
        tests(
            "LibraryTests", imports: ["Library", "Articles", "Text", "Topics", "Search", "index-driver", grdb, sqlite],
            resources: [.copy("Fixtures")]),
        tests(
            "BriefingsTests", imports: ["Briefings", "Library", "Search", "Articles", "Text", "Topics"],
            resources: [.copy("Fixtures")]),
        tests(
            "SyncTests",
            imports: ["Sync", "Workers", "Library", "Formats", "Topics", "Articles", "Text", "dossier-worker"]),
        tests(
            "TerminalTests", imports: ["Terminal", "Text", "PseudoTerminal", "terminal-demo"],
            resources: [.copy("Fixtures")]),
        tests("PageTests", imports: ["Reader", "Articles", "Text", "Topics", "Library", "Terminal"]),
        tests(
            "ReaderTests",
            imports: ["Reader", "Configuration", "Articles", "Text", "Topics", "Search", "Library", "Briefings", "Sync", "Terminal"],
            resources: [.copy("Screens")]),
        tests("CommandTests", imports: ["dossier", "dossier-worker", "PseudoTerminal"]),
        tests("JourneyTests", imports: ["dossier", "dossier-worker", "PseudoTerminal"], exclude: ["Screens"]),
    ]
)
