import Foundation
import Library
import TestSupport
import Testing
import Text
import Topics

@testable import Sync

@Suite("The vocabulary of a library")
struct LibraryVocabularyTests {
    /// A library and a configuration folder in a temporary folder.
    private static func place(_ folder: TemporaryFolder) -> (LibraryLocation, [String: String]) {
        let location = LibraryLocation(
            folder: folder.full("articles"), database: folder.full("articles/.dossier/library.sqlite"), isInFolder: true)
        return (location, ["XDG_CONFIG_HOME": folder.full("config"), "HOME": folder.full("home")])
    }

    @Test("is the built-in one where there is no file")
    func none() throws {
        let folder = try TemporaryFolder()
        let (location, environment) = Self.place(folder)
        let vocabulary = LibraryVocabulary(for: location, environment: environment)
        #expect(vocabulary.vocabulary.topics == Vocabulary.builtIn.topics)
        #expect(vocabulary.files.isEmpty && vocabulary.problems == [] && vocabulary.digest == "")
        #expect(vocabulary.edition == Tagger.edition)
        #expect(vocabulary.isCurrent)
        #expect(!FileManager.default.fileExists(atPath: folder.full("articles")))
    }

    @Test("lays the configuration's file over it, and the library's over that")
    func both() throws {
        let folder = try TemporaryFolder()
        let (location, environment) = Self.place(folder)
        try folder.write("config/dossier/vocabulary.txt", "topic: mine\nname: First\n\ntopic: ransomware\noff: *\n")
        try folder.write("articles/.dossier/vocabulary.txt", "topic: mine\nname: Second\nnonsense\n")
        let vocabulary = LibraryVocabulary(for: location, environment: environment)
        #expect(vocabulary.files.map(\.source.role) == [.configuration, .library])
        #expect(vocabulary.vocabulary.topic("mine")?.label == "Second")
        #expect(vocabulary.extended.isOff("ransomware"))
        #expect(
            vocabulary.problems == [
                VocabularyError(file: folder.full("articles/.dossier/vocabulary.txt"), line: 3, problem: .noKey("nonsense"))
            ])
        #expect(LibraryVocabulary(for: nil, environment: environment).vocabulary.topic("mine")?.label == "First")
        #expect(LibraryVocabulary(for: location, environment: [:]).extended.isOff("ransomware") == false)
    }

    @Test("is in these files", arguments: [
        (["XDG_CONFIG_HOME": "/c", "HOME": "/h"], ["/c/dossier/vocabulary.txt", "/l/.dossier/vocabulary.txt"]),
        (["HOME": "/h"], ["/h/.config/dossier/vocabulary.txt", "/l/.dossier/vocabulary.txt"]),
        (["XDG_CONFIG_HOME": "c", "HOME": "/h"], ["/h/.config/dossier/vocabulary.txt", "/l/.dossier/vocabulary.txt"]),
        (["HOME": "h"], ["/l/.dossier/vocabulary.txt"]),
    ])
    func paths(environment: [String: String], paths: [String]) {
        let location = LibraryLocation(folder: "/l", database: "/l/.dossier/library.sqlite", isInFolder: true)
        #expect(VocabularySource.all(for: location, environment: environment).map(\.path) == paths)
    }

    @Test("is also beside a database that is not in the folder")
    func beside() {
        let location = LibraryLocation(folder: "/l", database: "/s/dossier/0a/library.sqlite", isInFolder: false)
        #expect(VocabularySource.library(location).map(\.path) == ["/l/.dossier/vocabulary.txt", "/s/dossier/0a/vocabulary.txt"])
    }

    @Test("has another digest where the files say something else, and only then")
    func digest() throws {
        let folder = try TemporaryFolder()
        let (location, environment) = Self.place(folder)
        let path = "articles/.dossier/vocabulary.txt"
        func load() -> LibraryVocabulary { LibraryVocabulary(for: location, environment: environment) }
        try folder.write(path, "topic: mine\nname: Own\n")
        let first = load()
        #expect(first.isCurrent && first.digest.count == 64 && first.edition != Tagger.edition)
        try folder.write(path, "# a remark\n\ntopic:  mine\n\tname:\tOwn\n")
        #expect(!first.isCurrent)
        #expect(load().digest == first.digest && load().edition == first.edition)
        try folder.write(path, "topic: mine\nname: Other\n")
        #expect(load().digest != first.digest && load().edition != first.edition)
        try folder.write(path, "# nothing\n")
        #expect(load().digest == "" && load().edition == Tagger.edition)
        try folder.remove(path)
        #expect(!first.isCurrent && load().isCurrent)
        // What one file says is not what another says.
        try folder.write("config/dossier/vocabulary.txt", "topic: mine\nname: Own\n")
        let global = load()
        try folder.write(path, "topic: mine\nname: Own\n")
        #expect(global.digest == first.digest && load().digest != first.digest)
    }

    @Test("passes over a file that cannot be read, and says so")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        let (location, environment) = Self.place(folder)
        try folder.write("articles/.dossier/vocabulary.txt/file", "x")
        try folder.write("config/dossier/vocabulary.txt", "topic: mine\nname: Own\n")
        let vocabulary = LibraryVocabulary(for: location, environment: environment)
        #expect(vocabulary.vocabulary.topic("mine") != nil)
        #expect(
            vocabulary.problems.map(\.message) == [
                "\(folder.full("articles/.dossier/vocabulary.txt")): the file cannot be read: it is no file; make it a file that can be read, or remove it"
            ])
    }

    @Test("is written as a whole, where its folder is missing too, and through a link")
    func writing() throws {
        let folder = try TemporaryFolder()
        let path = folder.full("deep/er/vocabulary.txt")
        try VocabularyStore.change(path) { try $0.add(.name, "Own", to: "mine") }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "topic: mine\n  name: Own\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try folder.link("link.txt", to: path)
        try VocabularyStore.change(folder.full("link.txt")) { try $0.add(.label, "cow", to: "mine") }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "topic: mine\n  name: Own\n  label: cow\n")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.full("link.txt")) == path)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.full("deep/er")) == ["vocabulary.txt"])
    }

    @Test("is changed again where another program changed it meanwhile, and not at all where the change fails")
    func meanwhile() throws {
        let folder = try TemporaryFolder()
        try folder.write("v.txt", "topic: a\nname: A\n")
        var calls = 0
        try VocabularyStore.change(folder.full("v.txt")) { file in
            calls += 1
            if calls == 1 { try folder.write("v.txt", "# newer\ntopic: a\nname: A\n") }
            try file.add(.label, "cow", to: "a")
        }
        #expect(calls == 2)
        #expect(try String(contentsOfFile: folder.full("v.txt"), encoding: .utf8) == "# newer\ntopic: a\nname: A\nlabel: cow\n")
        #expect(throws: VocabularyError.self) { try VocabularyStore.change(folder.full("v.txt")) { try $0.add(.label, "|", to: "a") } }
        #expect(try String(contentsOfFile: folder.full("v.txt"), encoding: .utf8) == "# newer\ntopic: a\nname: A\nlabel: cow\n")
    }

    @Test("is not changed where that would bring a fault")
    func refused() throws {
        let folder = try TemporaryFolder()
        try folder.write("v.txt", "topic: a\nname: A\nnonsense\n")
        let source = VocabularySource(role: .library, path: folder.full("v.txt"))
        let editing = VocabularyEditing([source], target: source)
        let error = #expect(throws: VocabularyError.self) {
            try editing.change { file, _ in try file.add(.label, "extradition", to: "a") }
        }
        #expect(
            error == VocabularyError(file: source.path, line: 0, problem: .sharedLabel("extradition", topic: "a", owner: "extradition")))
        #expect(try String(contentsOfFile: source.path, encoding: .utf8) == "topic: a\nname: A\nnonsense\n")
        // The fault that was there before is no hindrance.
        try editing.change { file, _ in try file.add(.label, "cow", to: "a") }
        #expect(try String(contentsOfFile: source.path, encoding: .utf8) == "topic: a\nname: A\nlabel: cow\nnonsense\n")
    }

    @Test("what cannot be changed is not cut off")
    func tooLarge() throws {
        let folder = try TemporaryFolder()
        try folder.write("v.txt", String(repeating: "#", count: 1 << 20 | 1))
        let error = #expect(throws: VocabularyError.self) {
            try VocabularyStore.change(folder.full("v.txt")) { try $0.add(.name, "A", to: "a") }
        }
        #expect(error?.problem == .notWhole)
    }
}
