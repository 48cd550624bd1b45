import ArgumentParser
import Glibc
import Library
import Sync
import Text
import Topics

/// Which vocabulary files a command works with.
struct VocabularyArguments: ParsableArguments {
    @Flag(name: .long, help: "Work with the file for all libraries, in the configuration folder.")
    var global = false

    @OptionGroup var libraryArguments: LibraryArguments

    /// The files that count, the later over the earlier: with --global only the one for all libraries.
    func sources() throws -> [VocabularySource] {
        VocabularySource.all(for: global ? nil : try location(), environment: Environment.variables)
    }

    /// The file that a command changes, among all that count.
    func editing() throws -> VocabularyEditing {
        let sources = try sources()
        guard let target = sources.last(where: { $0.role == (global ? .configuration : .library) }) else {
            throw global ? VocabularyRefusal.noConfiguration : .noLibrary
        }
        return VocabularyEditing(sources, target: target)
    }

    func vocabulary() throws -> LibraryVocabulary { LibraryVocabulary(of: try sources()) }

    /// Nothing where a person has named no library and has none yet.
    private func location() throws -> LibraryLocation? {
        let choice = LibraryChoice(environment: Environment.variables)
        let folder = choice.folder(named: libraryArguments.library)
        if libraryArguments.library == nil, choice.isDefault(folder), access(folder, F_OK) != 0 { return nil }
        let library = try libraryArguments.open()
        let location = library.location
        try library.close()
        return location
    }
}

/// Why a command on the vocabulary was not done.
enum VocabularyRefusal: ExplainedError {
    case noLibrary
    case noConfiguration
    case unknownTopic(String, nearest: TopicID?)
    case mistypedTopic(String, nearest: TopicID)
    case noEditor
    case editorFailed(String, why: String)

    var what: String {
        switch self {
        case .noLibrary, .noConfiguration: "vocabulary"
        case .unknownTopic(let text, _), .mistypedTopic(let text, _): "topic «\(text)»"
        case .noEditor: "editor"
        case .editorFailed(let name, _): "editor «\(name)»"
        }
    }

    var why: String {
        switch self {
        case .noLibrary: "there is no library yet"
        case .noConfiguration: "there is no configuration folder"
        case .unknownTopic, .mistypedTopic: "it does not exist"
        case .noEditor: "neither VISUAL nor EDITOR names one"
        case .editorFailed(_, let why): why
        }
    }

    var remedy: String {
        switch self {
        case .noLibrary: "name one with --library, or write --global"
        case .noConfiguration: "set HOME or XDG_CONFIG_HOME"
        case .unknownTopic(_, let nearest):
            nearest.map { "write «\($0)», or see dossier vocabulary list" } ?? "see dossier vocabulary list"
        case .mistypedTopic(_, let nearest): "write «\(nearest)», or make a new topic with --name"
        case .noEditor: "set one of them, or change the file that dossier vocabulary path names"
        case .editorFailed: "correct VISUAL or EDITOR"
        }
    }
}

extension Vocabulary {
    /// The topic that a person names by its id, its code or a label.
    func topic(written text: String) throws -> Topic {
        if let topic = topic(TopicID(text)) ?? topic(code: text.uppercased()) { return topic }
        let lowered = text.lowercased()
        if let topic = topics.first(where: { topic in topic.labels.contains { $0.text.lowercased() == lowered } }) { return topic }
        throw VocabularyRefusal.unknownTopic(text, nearest: nearestTopic(to: text))
    }
}
