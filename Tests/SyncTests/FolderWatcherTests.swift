import Foundation
import Synchronization
import TestSupport
import Testing
import Workers

@testable import Sync

@Suite struct FolderWatcherTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// What a watcher told, and a way to wait for more.
    private final class Listener: Sendable {
        private let events = Monitor<[WatchEvent]>([])

        var all: [WatchEvent] { events.update { $0 } }

        func forget() { events.update { $0 = [] } }

        func take(_ event: WatchEvent) { events.update { $0.append(event) } }

        /// Waits for an event, and forgets it and those before it. A time limit of the test ends a wait in vain.
        func waitFor(_ event: WatchEvent) {
            let isTold: Bool = events.wait { events in
                guard let place = events.firstIndex(of: event) else { return nil }
                events.removeSubrange(...place)
                return true
            }
            #expect(isTold)
        }
    }

    private func watch(_ change: (inout WatchOptions) -> Void = { _ in }, _ body: (Listener) throws -> Void) throws {
        var options = WatchOptions()
        options.quiet = 0.02
        options.longest = 0.1
        options.pollInterval = 0.02
        change(&options)
        let listener = Listener()
        let watcher = FolderWatcher(folder: folder.path, options: options) { listener.take($0) }
        try watcher.start()
        defer { watcher.stop() }
        try body(listener)
    }

    @Test(.timeLimit(.minutes(3)))
    func tellsOfEveryKindOfChange() throws {
        try folder.write("there/a.txt", "x")
        try watch { listener in
            try folder.write("new.txt", "x")
            listener.waitFor(.changed)
            try folder.write("there/a.txt", "changed")
            listener.waitFor(.changed)
            try folder.move("there/a.txt", "there/b.txt")
            listener.waitFor(.changed)
            try folder.remove("there/b.txt")
            listener.waitFor(.changed)
        }
    }

    @Test(.timeLimit(.minutes(3)))
    func followsNewFolders() throws {
        try watch { listener in
            try folder.write("one/two/three/a.txt", "x")
            listener.waitFor(.changed)
            // Quiet, so that what comes is of the file below.
            usleep(200_000)
            listener.forget()
            try folder.write("one/two/three/b.txt", "x")
            listener.waitFor(.changed)
            try folder.move("one/two", "four")
            listener.waitFor(.changed)
            usleep(200_000)
            listener.forget()
            try folder.write("four/three/c.txt", "x")
            listener.waitFor(.changed)
        }
    }

    @Test func isSilentAboutHiddenFiles() throws {
        try folder.write(".dossier/library.sqlite", "x")
        try watch { listener in
            try folder.write(".dossier/library.sqlite", "y")
            try folder.write(".hidden", "y")
            try folder.write("a.txt~", "y")
            usleep(200_000)
            #expect(listener.all == [])
        }
    }

    @Test(.timeLimit(.minutes(3)))
    func manyChangesAreToldFewTimes() throws {
        let listener = Listener()
        var options = WatchOptions()
        options.quiet = 0.3
        options.longest = 5
        let watcher = FolderWatcher(folder: folder.path, options: options) { listener.take($0) }
        try watcher.start()
        for index in 0..<200 { try folder.write("\(index).txt", "x") }
        listener.waitFor(.changed)
        usleep(100_000)
        watcher.stop()
        #expect(listener.all.count <= 2)
    }

    @Test(.timeLimit(.minutes(3)))
    func looksFromTimeToTimeWhereItMust() throws {
        try watch({ $0.alwaysPolls = true }) { listener in
            listener.waitFor(.polling(.asked))
            usleep(100_000)
            try folder.write("a.txt", "x")
            listener.waitFor(.changed)
        }
        for index in 0..<5 { try folder.write("\(index)/a.txt", "x") }
        try watch({ $0.mostFolders = 3 }) { listener in
            listener.waitFor(.polling(.tooManyFolders))
            usleep(100_000)
            listener.forget()
            try folder.write("4/b.txt", "x")
            listener.waitFor(.changed)
        }
    }

    @Test(.timeLimit(.minutes(3)))
    func noticesThatTheFolderIsGone() throws {
        try watch { listener in
            try folder.remove("")
            listener.waitFor(.polling(.folderMoved))
            try folder.write("a.txt", "x")
            listener.waitFor(.changed)
        }
    }

    @Test(.timeLimit(.minutes(3)))
    func stopsAtOnceAndOnlyOnce() throws {
        let watcher = FolderWatcher(folder: folder.path) { _ in }
        watcher.stop()
        try watcher.start()
        let other = FolderWatcher(folder: folder.path) { _ in }
        try other.start()
        other.stop()
        other.stop()
    }

    @Test(arguments: [("ext4", false), ("overlay", false), ("nfs4", true), ("fuse.sshfs", true), ("fuseblk", false)])
    func networkFileSystems(type: String, isNetwork: Bool) {
        #expect(NetworkFileSystem.isNetwork(type) == isNetwork)
    }
}
