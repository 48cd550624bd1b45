import Formats
import Glibc

/// Reads files: those whose readers need no parser in C here, the others in worker processes. May be used by any number of
/// threads; each waits for its own file.
///
/// Workers are started when the first file needs one, as many as there are processors, and then take one file after the
/// other. One that dies, hangs or takes too much costs the file that it was at.
public final class WorkerPool: Sendable {
    private let options: WorkerOptions
    private let keeper: WorkerKeeper

    /// Starts nothing yet.
    public init(_ options: WorkerOptions = WorkerOptions()) {
        self.options = options
        keeper = WorkerKeeper(options)
    }

    deinit { keeper.end() }

    /// What `file` holds, one article after the other as they are read. Throws where the file as a whole cannot be read, for
    /// a reason of its own or for want of a worker. The articles are to be taken on one thread; a worker is kept until
    /// the last one, or until they are let go.
    public func readings(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(ReadingFailure) -> Readings {
        let format: FileFormat
        do throws(FormatError) {
            format = try Formats.format(of: file, limits: limits)
        } catch {
            throw .file(error)
        }
        return try readings(in: file, as: format, limits: limits)
    }

    /// As ``readings(in:limits:)``, of a file whose format is known.
    package func readings(in file: SourceFile, as format: FileFormat, limits: FormatLimits) throws(ReadingFailure) -> Readings {
        if format.place == .program {
            do throws(FormatError) {
                return try Formats.readings(in: file, format: format, limits: limits)
            } catch {
                throw .file(error)
            }
        }
        let reading = WorkerReading(try keeper.take(), of: keeper, file.name, format, options)
        try reading.begin(file, limits)
        return Readings { reading.next() }
    }

    /// `file`, which is in `format`, as a process sees it.
    func inspect(_ file: SourceFile, as format: FileFormat, _ limits: FormatLimits) throws(ReadingFailure) -> FeedInspection {
        try WorkerReading(try keeper.take(), of: keeper, file.name, format, options).inspect(file, limits)
    }

    var isInterrupted: Bool { keeper.isInterrupted }

    /// Calls off all work at once: who waits for a file hears of it, and nothing is read any more.
    public func interrupt() { keeper.interrupt() }

    /// Ends all workers and waits until they are gone.
    public func end() { keeper.end() }
}
