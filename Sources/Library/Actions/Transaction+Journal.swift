import Foundation
import GRDB

extension Transaction {
    /// Does `changes` and writes them down, so that they can be taken back. What was taken back before can then no longer
    /// be done again. Without changes, nothing is written. `progress` is told from time to time how many are done.
    func perform(_ sentence: String, _ changes: [UserChange], progress: (Int) throws -> Void = { _ in }) throws {
        guard !changes.isEmpty else { return }
        try apply(changes, progress: progress)
        try note(sentence, changes)
    }

    /// Writes down changes that were made already.
    func note(_ sentence: String, _ changes: [UserChange]) throws {
        try renewDecidedTopics()
        guard !changes.isEmpty else { return }
        try database.run("DELETE FROM action WHERE undone = 1")
        try database.run("INSERT INTO action(sentence, changes) VALUES (?, ?)", sentence, Array(try JSONEncoder().encode(changes)))
    }

    private func apply(_ changes: some Collection<UserChange>, progress: (Int) throws -> Void) throws {
        for (index, change) in changes.enumerated() {
            try apply(change)
            if index % Self.changesPerReport == Self.changesPerReport - 1 { try progress(index + 1) }
        }
    }

    /// After how many changes it is told how many were done.
    private static let changesPerReport = 128

    /// Takes back the last action, and gives its words.
    func undo(progress: (Int) throws -> Void = { _ in }) throws -> String? {
        guard let action = try action("SELECT id, sentence, changes FROM action WHERE undone = 0 ORDER BY id DESC LIMIT 1")
        else { return nil }
        try apply(action.changes.reversed().map(\.reversed), progress: progress)
        try renewDecidedTopics()
        try database.run("UPDATE action SET undone = 1 WHERE id = ?", action.id)
        return action.sentence
    }

    /// Does again the action that was taken back last, and gives its words.
    func redo(progress: (Int) throws -> Void = { _ in }) throws -> String? {
        guard let action = try action("SELECT id, sentence, changes FROM action WHERE undone = 1 ORDER BY id LIMIT 1")
        else { return nil }
        try apply(action.changes, progress: progress)
        try renewDecidedTopics()
        try database.run("UPDATE action SET undone = 0 WHERE id = ?", action.id)
        return action.sentence
    }

    private func action(_ sql: String) throws -> (id: Int64, sentence: String, changes: [UserChange])? {
        let found = try database.first(sql) { ($0.int64(0), $0.text(1), Data($0.bytes(2))) }
        guard let (id, sentence, changes) = found else { return nil }
        do {
            return (id, sentence, try JSONDecoder().decode([UserChange].self, from: changes))
        } catch is DecodingError {
            throw BinaryReader.Damage()
        }
    }
}
