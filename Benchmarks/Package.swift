// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "DossierBenchmarks",
    dependencies: [
        // Named, since the folder above may have any name.
        .package(name: "Dossier", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Made articles for the comparison of search engines; imports nothing.
        .target(name: "Corpus"),
        .testTarget(name: "CorpusTests", dependencies: ["Corpus"]),
        .target(
            name: "LibraryMaker",
            dependencies: [.product(name: "DossierParts", package: "Dossier")]),
        .target(
            name: "SearchBenchmark",
            dependencies: [
                "Corpus",
                "LibraryMaker",
                .product(name: "DossierParts", package: "Dossier"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "SearchBenchmarkTests", dependencies: ["SearchBenchmark", "Corpus"]),
        .executableTarget(
            name: "dossier-benchmarks",
            dependencies: [
                "LibraryMaker",
                "SearchBenchmark",
                .product(name: "DossierParts", package: "Dossier"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
    ]
)
