// swift-tools-version: 6.2
import PackageDescription

/// What `make fuzz` builds: libFuzzer, which brings a main function of its own, around the readers. A package of its own, since
/// nothing else can be built with that.
let package = Package(
    name: "DossierFuzzing",
    dependencies: [
        // Named, since the folder above may have any name.
        .package(name: "Dossier", path: ".."),
    ],
    targets: [
        .executableTarget(
            name: "dossier-fuzz", dependencies: [.product(name: "DossierFuzzTargets", package: "Dossier")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
