import ArgumentParser
import SearchBenchmark

/// Measures the built program from outside, in a pseudo-terminal, as anybody can repeat.
@main
struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier-benchmarks",
        abstract: "Measures start-up, keys and syncing of a built dossier, the tagging engine inside it, and its search beside other engines.",
        subcommands: [
            AllBenchmarks.self, StartBenchmark.self, KeyBenchmark.self, ReaderBenchmark.self, SyncBenchmark.self,
            ImportBenchmark.self, TopicsBenchmark.self, AnnotationBenchmark.self, MakeLibrary.self,
        ] + SearchCommands.all,
        defaultSubcommand: AllBenchmarks.self)
}

/// What every benchmark is told.
struct BenchmarkOptions: ParsableArguments {
    @Option(help: "The program to measure.")
    var program: String = ".build/release/dossier"

    @Option(help: "The sample library.")
    var articles: String = "Articles"

    @Option(help: "How many articles the made library has.")
    var size: Int = 10_000

    @Option(help: "From what the made library is made.")
    var seed: UInt64 = 2_026

    @Option(help: "How many words a made article has, about.")
    var words: Int = 500
}

struct AllBenchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "all", abstract: "Everything, one after the other.")

    @OptionGroup var options: BenchmarkOptions

    func run() throws {
        let workshop = try Workshop(options)
        try workshop.start()
        try workshop.keys()
        try workshop.sync()
        try workshop.importing()
    }
}

struct StartBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "start", abstract: "From the start of the process to the first full screen.")

    @OptionGroup var options: BenchmarkOptions

    func run() throws { try Workshop(options).start() }
}

struct KeyBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "keys", abstract: "From a key to the screen it makes.")

    @OptionGroup var options: BenchmarkOptions

    func run() throws { try Workshop(options).keys() }
}

struct SyncBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sync", abstract: "Syncing a folder, on one processor, then again.")

    @OptionGroup var options: BenchmarkOptions

    func run() throws { try Workshop(options).sync() }
}

struct ImportBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "importing", abstract: "Searching alone, and while 10,000 files are imported.")

    @OptionGroup var options: BenchmarkOptions

    func run() throws { try Workshop(options).importing() }
}

struct MakeLibrary: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "make", abstract: "Only make a library, through the library's own calls.")

    @OptionGroup var options: BenchmarkOptions

    @Argument(help: "The folder to make it in.")
    var folder: String

    func run() throws { try Workshop(options).makeLibrary(in: folder) }
}
