import Glibc
import TestSupport
import Testing

@testable import Search

/// `kill -9` of a process that writes an index, in the middle of each kind of work. How the moments are spread is known: the
/// process says on a pipe what it begins and what it has done, and a manifest that is being replaced leaves its new file
/// behind.
@Suite struct IndexKillTests {
    /// What a kill interrupted.
    private enum Phase: CaseIterable {
        case adding, flushing, merging, replacing
    }

    private static let kills = Soak.pick(sample: 2, full: 50)

    @Test func survivesKillsInEveryPhase() throws {
        var random = SplitMix64(seed: 42)
        var hits: [Phase: Int] = [:]
        var attempts = 0
        while let wanted = Phase.allCases.first(where: { hits[$0, default: 0] < Self.kills }), attempts < Self.kills * 40 {
            attempts += 1
            let folder = try TemporaryFolder()
            let script = KillScript(seed: UInt64(attempts % 7))
            guard let (phase, done) = try kill(wanted, script, folder, &random) else { continue }
            hits[phase, default: 0] += 1
            try check(folder.full("index"), script, done: done, "kill \(attempts) while \(phase), after \(done) commands")
        }
        print("kills by phase: \(Phase.allCases.map { "\($0) \(hits[$0, default: 0])" }.joined(separator: ", ")), of \(attempts) attempts")
        for phase in Phase.allCases { #expect(hits[phase, default: 0] >= Self.kills, "\(phase)") }
    }

    /// Runs the script in a process of its own and kills it in a command of a kind. Returns what was interrupted, and how many
    /// commands were done; nothing where the process was faster.
    private func kill(
        _ wanted: Phase, _ script: KillScript, _ folder: TemporaryFolder, _ random: inout SplitMix64
    ) throws -> (Phase, done: Int)? {
        try folder.write("script", script.commands.map(\.line).joined(separator: "\n") + "\n")
        let places = script.commands.indices.filter { isOf(script.commands[$0], wanted) }
        let target = try #require(places.randomElement(using: &random))
        let watch = try CreationWatch(folder.full("index"))
        let child = try ChildProcess(
            BuiltProgram.path("index-driver"), ["index", folder.full("index")], input: folder.full("script"))
        var lines: [String] = []
        while lines.last != "> \(target)", let line = child.nextLine() { lines.append(line) }
        if wanted == .replacing {
            watch.forget()
            watch.wait(for: "manifest.new")
        }
        usleep(UInt32.random(in: 0...(wanted == .flushing || wanted == .merging ? 4_000 : 100), using: &random))
        child.kill()
        lines += child.remainingLines()
        guard child.end() == 128 + SIGKILL, let last = lines.last, last.hasPrefix("> "), let place = Int(last.dropFirst(2)) else {
            return nil
        }
        if access(folder.full("index/manifest.new"), F_OK) == 0 { return (.replacing, place) }
        return (Phase.allCases.first { isOf(script.commands[place], $0) } ?? .adding, place)
    }

    private func isOf(_ command: KillScript.Command, _ phase: Phase) -> Bool {
        switch command {
        case .add, .remove, .commit: phase == .adding
        case .flush: phase == .flushing || phase == .replacing
        case .merge, .compact: phase == .merging || phase == .replacing
        }
    }

    /// Opens what was left, as a writer: the lock is free. It holds together, lacks nothing that was said to be on the disk,
    /// and is whole when what came later was taken in.
    private func check(_ path: String, _ script: KillScript, done: Int, _ comment: Comment) throws {
        let index = try IndexFolder(path, limits: IndexFolderTests.limits, clock: { 0 })
        let complete = index.completeUpTo
        let expected = try #require(script.history[complete], comment)
        #expect(try IndexCheck.problems(in: index.snapshot()) == [], comment)
        #expect(complete >= script.lastWritten(of: done), comment)
        #expect(complete <= script.lastCommit(of: done + 1), comment)
        let last = try #require(script.history[script.lastCommit(of: script.commands.count)])
        // As the store tells it: whatever changed since, in its last state. It may be marked as replaced already, and be in no
        // segment yet.
        let later = Set(changes(script, since: complete))
        #expect(articles(of: index.snapshot()).subtracting(later) == Set(expected.keys).subtracting(later), comment)
        try index.add(later.sorted().compactMap { last[$0] })
        index.remove(later.filter { last[$0] == nil })
        try index.commit(upTo: script.lastCommit(of: script.commands.count))
        #expect(IndexModel.difference(index.snapshot(), last) == nil, comment)
        try index.flush()
        let reader = try IndexFolder(path, readOnly: true)
        #expect(IndexModel.difference(reader.snapshot(), last) == nil, comment)
        #expect(try IndexCheck.problems(in: reader.snapshot()) == [], comment)
    }

    /// The articles that any commit after `start` touched.
    private func changes(_ script: KillScript, since start: Int64) -> [Int64] {
        let states = script.history.keys.filter { $0 >= start }.sorted().compactMap { script.history[$0] }
        let touched = zip(states, states.dropFirst()).flatMap { old, new in
            let step = KillScript.difference(old, new)
            return step.added.map(\.article) + step.removed
        }
        return Set(touched).sorted()
    }

    private func articles(of snapshot: IndexSnapshot) -> Set<Int64> {
        var found: Set<Int64> = []
        snapshot.forEachArticle { article, _, _ in found.insert(article) }
        return found
    }
}
