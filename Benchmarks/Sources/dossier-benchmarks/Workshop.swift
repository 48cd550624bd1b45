import Foundation
import LibraryMaker
import Topics

/// A temporary folder with the libraries that are measured, gone when the run is over.
final class Workshop {
    let options: BenchmarkOptions
    let folder: String
    let environment: [String: String]

    init(_ options: BenchmarkOptions) throws {
        self.options = options
        folder = NSTemporaryDirectory() + "/dossier-benchmarks-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        environment = [
            "HOME": folder, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        ]
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var program: String { URL(fileURLWithPath: options.program).path }

    private var maker: LibraryMaker {
        LibraryMaker(articles: ArticleMaker(seed: options.seed, wordsAnArticle: options.words, topics: .builtIn))
    }

    func makeLibrary(in folder: String) throws { try makeLibrary(of: options.size, in: folder) }

    func makeLibrary(of size: Int, in folder: String) throws {
        try maker.make(size, in: folder, environment: environment)
    }

    func writeFiles(to folder: String) throws -> Int { try maker.write(options.size, to: folder) }

    /// A copy of the sample library, synced.
    func sampleLibrary() throws -> String {
        let copy = folder + "/Articles"
        guard !FileManager.default.fileExists(atPath: copy) else { return copy }
        try FileManager.default.copyItem(atPath: options.articles, toPath: copy)
        try? FileManager.default.removeItem(atPath: copy + "/.dossier")
        try run([program, "sync", "--library", copy])
        return copy
    }

    /// A made library has no files to look for.
    func arguments(for library: String) -> [String] {
        library.hasSuffix("/large") ? ["--no-sync", library] : [library]
    }

    /// A library of as many articles as asked for.
    func largeLibrary() throws -> String {
        let path = folder + "/large"
        if !FileManager.default.fileExists(atPath: path) { try makeLibrary(in: path) }
        return path
    }

    /// Runs a command and waits for it; the seconds it took.
    @discardableResult
    func run(_ command: [String]) throws -> Double {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = environment
        process.standardOutput = FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CommandFailed(command: command, status: process.terminationStatus) }
        return (ContinuousClock.now - start).seconds
    }
}

/// Prints a line at once, also through a pipe.
func report(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

struct CommandFailed: Error {
    var command: [String]
    var status: Int32
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
    var milliseconds: Double { seconds * 1_000 }
}
