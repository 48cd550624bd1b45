// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "DossierBenchmarks",
    dependencies: [
        // Named, since the folder above may have any name.
        .package(name: "Dossier", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .target(
            name: "LibraryMaker",
            dependencies: [.product(name: "DossierParts", package: "Dossier")]),
        .executableTarget(
            name: "dossier-benchmarks",
            dependencies: [
                "LibraryMaker",
                .product(name: "DossierParts", package: "Dossier"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
    ]
)
