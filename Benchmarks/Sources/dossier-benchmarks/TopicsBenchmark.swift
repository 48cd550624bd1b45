import ArgumentParser
import Foundation

/// The tagging engine, measured inside this process through the library's own calls; needs no built program.
struct TopicsBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics",
        abstract: "Tagging, against regular expressions over the same labels; re-tagging, refitting, memory, learning.",
        discussion: """
            Speeds of one core are bytes of text by the processor time of the thread, the best of several runs, so that what \
            else the machine does counts little. The learning curve needs labelled passages, one JSON object a line with \
            id, article, title, text and labels, which are not part of this project: name their file with --curve or in \
            DOSSIER_CURVE.
            """)

    @Option(help: "How many made articles are tagged again.")
    var size: Int = 10_000

    @Option(help: "From what the articles are made.")
    var seed: UInt64 = 2_026

    @Option(help: "How often a speed is measured; the best counts.")
    var runs: Int = 5

    @Option(help: "A file of labelled passages, for the learning curve.")
    var curve: String?

    @Option(name: .customLong("topic"), help: "LABEL=TOPIC: which topic a label of that file stands for, where it is no topic's id.")
    var topics: [String] = []

    func run() throws {
        let bench = TopicsBench(seed: seed, runs: max(1, runs))
        bench.memory()
        bench.speed()
        bench.regularExpressions()
        bench.retagging(size)
        bench.refit()
        if let path = curve ?? ProcessInfo.processInfo.environment["DOSSIER_CURVE"] {
            try LearningCurve(path: path, topics: mapping).report()
        } else {
            report("learning curve".padding(to: 60) + "skipped: no file of labelled passages (--curve or DOSSIER_CURVE)")
        }
    }

    private var mapping: [String: String] {
        let pairs = topics.compactMap { text -> (String, String)? in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        return Dictionary(pairs) { _, last in last }
    }
}
