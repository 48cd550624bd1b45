import ArgumentParser

struct ReaderBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reader",
        abstract: "The reader on made libraries of several sizes: first screen, keys, memory, bytes to the terminal.",
        discussion: """
            A library of a million articles takes a while to make; --words 40 makes short ones, --libraries keeps them for \
            the next time.
            """)

    @OptionGroup var options: BenchmarkOptions

    @Option(parsing: .upToNextOption, help: "How many articles the libraries have.")
    var sizes: [Int] = [1_000, 10_000, 100_000]

    @Option(help: "The folder in which the libraries are kept; without it, they are gone at the end.")
    var libraries: String?

    func run() throws { try Workshop(options).readers(of: sizes.sorted(), keptIn: libraries) }
}
