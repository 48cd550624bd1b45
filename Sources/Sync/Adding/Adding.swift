import Formats
import Glibc
import Library
import Text

/// Copies files into a library's folder, where the next sync reads them.
///
/// Nothing is overwritten: other content under the same name gets a number. Content that the folder has is not copied
/// again, so that adding which was broken off is taken up by doing it once more. What is no article by its first
/// bytes is not copied; what turns out to be unreadable later stays, since a newer version may read it.
public struct Adding {
    private let library: Library
    private let limits: FormatLimits
    private let clock: @Sendable () -> Double

    /// `clock` tells seconds from any beginning.
    public init(
        _ library: Library, limits: FormatLimits = FormatLimits(), clock: @escaping @Sendable () -> Double = SyncOptions.steadyClock
    ) {
        self.library = library
        self.limits = limits
        self.clock = clock
    }

    /// Copies the files named, and those in the folders named. One bad file never stops the rest; throws where the
    /// library's folder cannot be opened.
    public func copy(
        _ names: [String], cancellation: SyncCancellation = SyncCancellation(), progress: (AddingProgress) -> Void = { _ in }
    ) throws -> AddingReport {
        let folder = library.location.folder
        var sources: [AddingSource] = []
        for name in names where !cancellation.isCancelled { sources += AddingSource.sources(of: name, library: folder) }
        var run = try AddingRun(folder: AddingFolder(folder), known: try library.knownFiles(), limits: limits)
        let start = clock()
        for (index, source) in sources.enumerated() {
            guard !cancellation.isCancelled else {
                run.report.isCancelled = true
                break
            }
            run.take(source)
            progress(AddingProgress(found: sources.count, done: index + 1, seconds: clock() - start))
        }
        run.finish()
        return run.report
    }

    /// Puts `file`, which has no place on a disk, into the folder under its name.
    public func put(_ file: SourceFile) throws -> AddingReport {
        var run = try AddingRun(folder: AddingFolder(library.location.folder), known: try library.knownFiles(), limits: limits)
        run.take(file)
        run.finish()
        return run.report
    }
}

/// Adding under way.
private struct AddingRun {
    private let folder: AddingFolder
    private let known: [String: KnownFile]
    private let limits: FormatLimits
    /// The paths of the files that the library knows, by their hashes, the first by name.
    private var paths: [String: String] = [:]
    /// By target, what the file was called.
    private var pending: [String: String] = [:]
    var report = AddingReport()

    init(folder: AddingFolder, known: [String: KnownFile], limits: FormatLimits) {
        self.folder = folder
        self.known = known
        self.limits = limits
        for path in known.keys.sorted(by: >) {
            if let hash = known[path]?.contentHash { paths[hash] = path }
        }
    }

    mutating func take(_ source: AddingSource) {
        report.found += 1
        if let failure = source.failure { return fail(source.path, failure) }
        do throws(FileSystem.Failure) {
            if let file = try LargeFile(source.path, limits: limits) {
                return take(.large(file), head: file.head, source.path, target: source.target)
            }
        } catch {
            return fail(source.path, AddingError(path: source.path, reason: .system(error.number)).message)
        }
        do throws(FileContent.Failure) {
            let content = try FileContent(source.path, in: AT_FDCWD, limit: limits.fileSize)
            take(.held(content), head: content.bytes, source.path, target: source.target)
        } catch {
            switch error {
            case .vanished: fail(source.path, AddingError(path: source.path, reason: .system(ENOENT)).message)
            case .refused(let error): fail(source.path, error.message)
            case .tooLarge(let error): fail(source.path, error.message)
            }
        }
    }

    mutating func take(_ file: SourceFile) {
        report.found += 1
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let content = FileContent(bytes: file.bytes, modified: file.modified ?? Int64(time.tv_sec))
        take(.held(content), head: file.bytes, file.name, target: file.name)
    }

    /// `head` is the beginning of it, or all.
    private mutating func take(_ content: AddedContent, head: [UInt8], _ name: String, target: String) {
        let hash = content.hash.hexadecimal
        if let path = knownPath(hash) {
            report.present.append(AddingReport.Present(file: name, path: path))
            return
        }
        do throws(FormatError) {
            _ = try Formats.format(of: SourceFile(name: name, bytes: head), limits: limits)
        } catch {
            return fail(name, error.message)
        }
        guard let place = folder.place(for: target, content) else {
            return fail(name, AddingError(path: name, reason: .tooManyOfThatName(10_000)).message)
        }
        paths[hash] = place.path
        if place.isPresent {
            report.present.append(AddingReport.Present(file: name, path: place.path))
        } else {
            put(content, name, at: place.path)
        }
    }

    /// Where the library has that content, if it is still there as it was.
    private func knownPath(_ hash: String) -> String? {
        guard let path = paths[hash] else { return nil }
        // What was put there by this run is there.
        guard let file = known[path] else { return path }
        return file.stamp != nil && file.stamp == folder.stamp(at: path) ? path : nil
    }

    private mutating func put(_ content: AddedContent, _ name: String, at path: String) {
        do throws(AddingError) {
            try folder.put(content, at: path)
            pending[path] = name
            report.copied.append(path)
            if folder.isFull { finish() }
        } catch {
            paths[content.hash.hexadecimal] = nil
            fail(name, "\(name): \(error.why); \(error.remedy)")
        }
    }

    /// Puts in its place what waits.
    mutating func finish() {
        for (target, error) in folder.settle() {
            report.copied.removeAll { $0 == target }
            fail(pending[target] ?? target, error.message)
        }
        pending.removeAll()
    }

    private mutating func fail(_ name: String, _ message: String) {
        report.failed.append(AddingReport.Failed(file: name, message: message))
    }
}
